import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { startWorkerProcess } from './workerProcess.js';

/** One scenario under way: the client, the task queue of the worker that is tried, and what was started. */
export class Scene {
  #first;
  #others = [];

  constructor({ client, address, bundle }, taskQueue, otherTaskQueue) {
    this.client = client;
    this.taskQueue = taskQueue;
    this.otherTaskQueue = otherTaskQueue;
    this.startOver();
    this.newWorkerProcess = (queue) => startWorkerProcess(address, bundle, queue);
  }

  /** Plays a scenario; answers with what it returned and the history of its first workflow. */
  static async play(scenario, surroundings, taskQueue, otherTaskQueue) {
    const scene = new Scene(surroundings, taskQueue, otherTaskQueue);
    const result = (await scenario(scene)) ?? null;
    const others = await Promise.all(scene.#others.map((other) => scene.#history(other)));
    return { result, workflowId: scene.id, history: await scene.#history(scene.#first), others };
  }

  /** Forgets what was started; from now on the scenario has another workflow id. */
  startOver() {
    this.id = `scene-${randomUUID()}`;
    this.#first = undefined;
  }

  /** Starts a workflow; the first one's history is the scenario's. */
  async start(type, options = {}) {
    const handle = await this.client.workflow.start(type, {
      workflowId: this.id, taskQueue: this.taskQueue, workflowExecutionTimeout: '60 seconds', ...options,
    });
    this.#first ??= handle;
    return handle;
  }

  async execute(type, ...args) {
    return await (await this.start(type, { args })).result();
  }

  /** Lets the history of another workflow's latest run be compared too. */
  remember(workflowId) {
    this.#others.push({ workflowId });
  }

  async #history(execution) {
    if (!execution) return null;
    const { workflowId, firstExecutionRunId } = execution;
    return historyToJSON(await this.client.workflow.getHandle(workflowId, firstExecutionRunId).fetchHistory());
  }
}

import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { startWorkerProcess } from './workerProcess.js';

/** One scenario under way: the client, the task queue of the worker that is tried, and what was started. */
export class Scene {
  #first;

  constructor({ client, address, bundle }, taskQueue, otherTaskQueue) {
    this.client = client;
    this.taskQueue = taskQueue;
    this.otherTaskQueue = otherTaskQueue;
    this.id = `scene-${randomUUID()}`;
    this.newWorkerProcess = (queue) => startWorkerProcess(address, bundle, queue);
  }

  /** Plays a scenario; answers with what it returned and the history of its first workflow. */
  static async play(scenario, surroundings, taskQueue, otherTaskQueue) {
    const scene = new Scene(surroundings, taskQueue, otherTaskQueue);
    const result = (await scenario(scene)) ?? null;
    return { result, workflowId: scene.id, history: await scene.#history() };
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

  async #history() {
    if (!this.#first) return null;
    const { workflowId, firstExecutionRunId } = this.#first;
    return historyToJSON(await this.client.workflow.getHandle(workflowId, firstExecutionRunId).fetchHistory());
  }
}

import { openGate } from '../harness/gates.js';
import { eventTypes, until, untilEvents } from '../harness/histories.js';

/** Lets the worker fail the first task that brings a value. */
function failTask(scene, wanted) {
  let failed = false;
  openGate(scene.id, async (value) => {
    if (value !== wanted || failed) return;
    failed = true;
    throw new Error('This task is made to fail.');
  });
}

async function startLedger(scene, taskQueue = scene.taskQueue) {
  const handle = await scene.start('ledger', { taskQueue });
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED');
  return handle;
}

export async function taskFails(scene) {
  failTask(scene, 'Ada');
  return await scene.execute('oneActivity', 'Ada');
}

export async function stickyTaskFails(scene) {
  const handle = await startLedger(scene);
  failTask(scene, 5);
  await handle.signal('add', 5);
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED', 2);
  await handle.signal('finish');
  return await handle.result();
}

// A worker process is killed while it has a run in its cache; another takes the run over.
export async function workerDies(scene) {
  const handle = await leaveToDeadWorker(scene);
  const second = await scene.newWorkerProcess(scene.id);
  const result = await handle.result();
  await second.kill();
  return result;
}

/** A run whose next task has timed out on the queue of a dead worker. */
async function leaveToDeadWorker(scene) {
  for (;;) {
    const worker = await scene.newWorkerProcess(scene.id);
    const handle = await startLedger(scene, scene.id);
    await worker.kill();
    await handle.signal('finish');
    const count = async (type) => (await eventTypes(handle)).filter((other) => other === type).length;
    await until(async () => (await count('WORKFLOW_TASK_TIMED_OUT')) + (await count('WORKFLOW_TASK_STARTED')) === 2);
    if ((await count('WORKFLOW_TASK_STARTED')) === 1) return handle;
    // The server gave the task to the dead worker's last poll, before it noticed: once more.
    await handle.terminate();
    scene.startOver();
  }
}

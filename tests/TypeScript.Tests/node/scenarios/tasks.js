import { openGate } from '../harness/gates.js';
import { untilEvents } from '../harness/histories.js';

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
  const taskQueue = `${scene.id}-workers`;
  const first = await scene.newWorkerProcess(taskQueue);
  const handle = await startLedger(scene, taskQueue);
  await first.kill();
  await handle.signal('finish');
  await untilEvents(handle, 'WORKFLOW_TASK_SCHEDULED', 2);
  const second = await scene.newWorkerProcess(taskQueue);
  const result = await handle.result();
  await second.kill();
  return result;
}

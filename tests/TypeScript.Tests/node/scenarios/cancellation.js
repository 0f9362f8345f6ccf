import { openGate } from '../harness/gates.js';
import { until, untilEvents } from '../harness/histories.js';

/** Cancels a workflow while its activity runs; the answer is the client's error. */
async function cancel(scene, type) {
  const handle = await scene.start(type);
  await until(async () => (await handle.describe()).raw.pendingActivities[0]?.lastStartedTime);
  await handle.cancel();
  return await handle.result().catch((error) => `${error.name} ${error.cause.name}`);
}

export const cancelWaiting = (scene) => cancel(scene, 'cancelWaiting');
export const cancelTrying = (scene) => cancel(scene, 'cancelTrying');
export const cancelAbandoning = (scene) => cancel(scene, 'cancelAbandoning');

export async function cancelSwallowed(scene) {
  const handle = await scene.start('cancelSwallowed');
  await untilEvents(handle, 'TIMER_STARTED');
  await handle.cancel();
  return await handle.result();
}

// A signal arrives while a workflow task runs, and the run is terminated before the task ends.
export async function terminateDuringTask(scene) {
  const handle = await scene.start('ledger');
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED');
  const closed = until(async () => (await handle.describe()).status.name !== 'RUNNING');
  openGate(scene.id, () => closed);
  await handle.signal('add', 1);
  await untilEvents(handle, 'WORKFLOW_TASK_STARTED', 2);
  await handle.signal('add', 2);
  await handle.terminate('enough');
  return await handle.result().catch((error) => `${error.name} ${error.cause.name}: ${error.cause.message}`);
}

import { until, untilEvents } from '../harness/histories.js';

/** A ledger that has done its first task and waits. */
async function startLedger(scene, ...args) {
  const handle = await scene.start('ledger', { args });
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED');
  return handle;
}

const failure = (promise) => promise.then((value) => `no failure but ${value}`, (error) => error);

export async function signal(scene) {
  const handle = await startLedger(scene, 10);
  await handle.signal('finish');
  return await handle.result();
}

export async function signalsInOrder(scene) {
  const handle = await startLedger(scene, 0);
  for (const value of [1, 2, 3]) {
    await handle.signal('add', value);
    await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED', value + 1);
  }
  await handle.signal('finish');
  return await handle.result();
}

export async function queries(scene) {
  const handle = await startLedger(scene, 5);
  const running = await handle.query('total');
  await handle.signal('add', 2);
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED', 2);
  const afterSignal = await handle.query('total');
  const failed = await failure(handle.query('fail'));
  const unknown = await failure(handle.query('nonsense'));
  await handle.signal('finish');
  await handle.result();
  const closed = await handle.query('total');
  return { running, afterSignal, closed, failed: `${failed.name}: ${failed.message}`, unknown: `${unknown.name} ${/total/.test(unknown.message)}` };
}

export async function updateInOneTask(scene) {
  const handle = await startLedger(scene, 1);
  const sum = await handle.executeUpdate('addNow', { args: [4] });
  await handle.signal('finish');
  return { sum, result: await handle.result() };
}

export async function updateWithActivity(scene) {
  const handle = await startLedger(scene, 1);
  const update = await handle.startUpdate('addLater', { args: [4], waitForStage: 'ACCEPTED' });
  const sum = await update.result();
  await handle.signal('finish');
  return { sum, result: await handle.result() };
}

export async function updateFails(scene) {
  const handle = await startLedger(scene, 1);
  const error = await failure(handle.executeUpdate('refuse', { args: ['this'] }));
  await handle.signal('finish');
  return { error: `${error.name} ${error.cause.type} ${error.cause.details[0]}`, result: await handle.result() };
}

export async function updateRejected(scene) {
  const handle = await startLedger(scene, 1);
  const error = await failure(handle.executeUpdate('addNow', { args: [-4] }));
  await handle.signal('finish');
  return { error: `${error.name} ${error.cause.type} ${error.cause.details[0]}`, result: await handle.result() };
}

export async function sameUpdateTwice(scene) {
  const handle = await startLedger(scene, 1);
  const update = { args: [4], updateId: 'once' };
  const sums = [await handle.executeUpdate('addNow', update), await handle.executeUpdate('addNow', update)];
  await handle.signal('finish');
  return [...sums, await handle.result()];
}

export async function signalWithStart(scene) {
  const options = { workflowId: scene.id, taskQueue: scene.taskQueue, args: [1], signal: 'add', signalArgs: [2] };
  await startLedger(scene, 1);
  const handle = await scene.client.workflow.signalWithStart('ledger', options);
  await until(async () => (await handle.query('total')) === 3);
  await handle.signal('finish');
  return await handle.result();
}

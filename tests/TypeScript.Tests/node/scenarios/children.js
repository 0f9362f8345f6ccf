import { untilEvents } from '../harness/histories.js';

/** Plays a parent; its child's history is compared too. */
async function withChild(scene, type) {
  scene.remember(`${scene.id}-child`);
  return await scene.execute(type);
}

export const child = (scene) => withChild(scene, 'parent');
export const childFails = (scene) => withChild(scene, 'parentOfFailing');
export const childCancelledWaiting = (scene) => scene.execute('parentCancelsWaiting');

export async function childCancelledTrying(scene) {
  const result = await scene.execute('parentCancelsTrying');
  const end = await scene.client.workflow.getHandle(`${scene.id}-child`).result().catch((error) => error.cause.name);
  return { result, end };
}

/** Another workflow, which waits for the signal "go". */
async function startOther(scene) {
  const { client, taskQueue, id } = scene;
  const other = await client.workflow.start('waitsForGo', { workflowId: `${id}-other`, taskQueue, workflowExecutionTimeout: '60 seconds' });
  await untilEvents(other, 'WORKFLOW_TASK_COMPLETED');
  scene.remember(other.workflowId);
  return other;
}

export async function childIdTaken(scene) {
  const other = await startOther(scene);
  const result = await scene.execute('parentOfTaken', other.workflowId);
  await other.signal('go', 'on');
  return { result, other: await other.result() };
}

export async function signalOther(scene) {
  const other = await startOther(scene);
  return { result: await scene.execute('signalsOther', other.workflowId), other: await other.result() };
}

export async function cancelOther(scene) {
  const other = await startOther(scene);
  const result = await scene.execute('cancelsOther', other.workflowId);
  return { result, other: await other.result().catch((error) => error.cause.name) };
}

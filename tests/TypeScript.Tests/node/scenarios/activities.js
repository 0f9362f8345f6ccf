import { openGate } from '../harness/gates.js';
import { until } from '../harness/histories.js';

export const oneActivity = (scene) => scene.execute('oneActivity', 'Ada');
export const activityFallback = (scene) => scene.execute('activityFallback');
export const activityRetried = (scene) => scene.execute('activityRetried');
export const activityHeartbeats = (scene) => scene.execute('activityHeartbeats');

// The task with the early result goes on until the server has the late results: it must keep them back.
export async function parallelActivities(scene) {
  const handle = scene.client.workflow.getHandle(scene.id);
  openGate(scene.id, async (value) => {
    if (value === 'early') await until(async () => !(await handle.describe()).raw.pendingActivities.length);
  });
  return await scene.execute('parallelActivities');
}

export async function activityCompletedLater(scene) {
  const handle = await scene.start('activityCompletedLater');
  const { workflowId } = handle;
  await until(async () => (await handle.describe()).raw.pendingActivities[0]?.lastStartedTime);
  await scene.client.activity.heartbeat({ workflowId, activityId: '1' }, { half: true });
  await scene.client.activity.complete({ workflowId, activityId: '1' }, 'completed from outside');
  return await handle.result();
}

import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

export async function continueAsNew(scene) {
  scene.remember(scene.id);
  return await scene.execute('continues', 1);
}

export const patch = (scene) => scene.execute('withPatch');
export const deprecatedPatch = (scene) => scene.execute('withDeprecatedPatch');
export const localActivities = (scene) => scene.execute('localActivities');
export const localActivityFails = (scene) => scene.execute('localActivityFails');

export async function longLocalActivity(scene) {
  const handle = await scene.start('longLocalActivity', { workflowTaskTimeout: '5 seconds' });
  return await handle.result();
}

export async function upserts(scene) {
  const handle = await scene.start('upserts', { memo: { removed: 1, kept: 'from the start' } });
  await handle.result();
  const { memo, typedSearchAttributes } = await handle.describe();
  const attribute = (name, type) => typedSearchAttributes.get(defineSearchAttributeKey(name, SearchAttributeType[type]));
  return { memo, stage: attribute('VideoStage', 'KEYWORD'), count: attribute('VideoCount', 'INT') };
}

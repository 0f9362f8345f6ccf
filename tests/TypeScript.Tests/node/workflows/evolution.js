import { ApplicationFailure, defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { continueAsNew, deprecatePatch, patched, upsertMemo, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { local, minute } from './proxies.js';

const stage = defineSearchAttributeKey('VideoStage', SearchAttributeType.KEYWORD);
const count = defineSearchAttributeKey('VideoCount', SearchAttributeType.INT);

export async function continues(rounds) {
  if (rounds > 0) await continueAsNew(rounds - 1);
  return `${workflowInfo().continuedFromExecutionRunId ? 'continued' : 'first'} run`;
}

export async function withPatch() {
  return patched('the-patch') ? await minute.greet('new') : await minute.greet('old');
}

export async function withDeprecatedPatch() {
  deprecatePatch('the-patch');
  return await minute.greet('new');
}

export async function localActivities() {
  return `${await local.greet('one')}, ${await local.greet('two')}`;
}

export async function localActivityFails() {
  try {
    return await local.refuse('local');
  } catch (error) {
    return (error instanceof ApplicationFailure ? error : error.cause).type;
  }
}

// The activity runs past a task's time; its worker asks for more.
export async function longLocalActivity() {
  return await local.untilTasksStarted(workflowInfo().workflowId, 2);
}

export async function upserts() {
  upsertSearchAttributes([{ key: stage, value: 'rendering' }, { key: count, value: 3 }]);
  upsertMemo({ added: 'by the workflow', removed: null });
}

import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { until, untilEvents } from '../harness/histories.js';

const stage = defineSearchAttributeKey('VideoStage', SearchAttributeType.KEYWORD);

/** Everything of an asynchronous iterable. */
async function all(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function visibility(scene) {
  const { client } = scene;
  const value = `stage-${scene.id}`;
  const handle = await scene.start('ledger', { args: [1], typedSearchAttributes: [{ key: stage, value }] });
  const query = (status) => `VideoStage = '${value}' AND WorkflowType = 'ledger' AND ExecutionStatus = '${status}'`;
  await until(async () => (await client.workflow.count(query('Running'))).count === 1);
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED');
  const running = (await all(client.workflow.list({ query: query('Running') }))).map(({ workflowId, type, taskQueue }) => ({
    own: workflowId === scene.id, type, taskQueue: taskQueue === scene.taskQueue,
  }));
  await handle.signal('finish');
  await handle.result();
  await until(async () => (await client.workflow.count(query('Completed'))).count === 1);
  return { running, left: (await client.workflow.count(query('Running'))).count };
}

export async function schedule(scene) {
  const { schedule: schedules, workflow } = scene.client;
  const handle = await schedules.create({
    scheduleId: scene.id,
    spec: { intervals: [{ every: '10 days' }] },
    action: { type: 'startWorkflow', workflowType: 'oneActivity', workflowId: `${scene.id}-run`, taskQueue: scene.taskQueue, args: ['schedule'] },
    memo: { kept: 'here' },
    state: { note: 'first note' },
  });
  await handle.trigger();
  await until(async () => (await handle.describe()).info.recentActions.length === 1);
  const [{ action }] = (await handle.describe()).info.recentActions;
  scene.remember(action.workflow.workflowId);
  const result = await workflow.getHandle(action.workflow.workflowId, action.workflow.firstExecutionRunId).result();
  await handle.pause('enough');
  const { state, memo, info } = await handle.describe();
  await handle.update((previous) => ({ ...previous, spec: { intervals: [{ every: '5 days' }] } }));
  const { spec } = await handle.describe();
  await until(async () => (await all(schedules.list())).some(({ scheduleId }) => scheduleId === scene.id));
  await handle.delete();
  const gone = await handle.describe().catch((error) => error.name);
  return { result, paused: state.paused, note: state.note, memo, next: info.nextActionTimes.length, every: spec.intervals[0].every, gone };
}

export async function alreadyStarted(scene) {
  const handle = await scene.start('ledger', { args: [1] });
  const error = await scene.start('ledger', { args: [1] }).catch((e) => e);
  const used = await scene.start('ledger', { args: [1], workflowIdConflictPolicy: 'USE_EXISTING' });
  await untilEvents(handle, 'WORKFLOW_TASK_COMPLETED');
  await handle.signal('finish');
  await handle.result();
  const closed = await scene.start('ledger', { args: [1], workflowIdReusePolicy: 'REJECT_DUPLICATE' }).catch((e) => e);
  return { name: error.name, same: used.firstExecutionRunId === handle.firstExecutionRunId, closed: closed.name };
}

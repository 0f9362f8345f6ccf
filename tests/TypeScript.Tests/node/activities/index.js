import { CompleteAsyncError, Context, heartbeat, sleep } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { eventTypes, until } from '../harness/histories.js';

const attempt = () => Context.current().info.attempt;
const workflow = (id = Context.current().info.workflowExecution.workflowId) => Context.current().client.workflow.getHandle(id);

export const greet = async (name) => `Hello ${name}`;

export const double = async (value) => 2 * value;

export async function refuse(why) {
  throw ApplicationFailure.create({
    message: 'Refused for good.', type: 'Refused', nonRetryable: true, details: [why], cause: new Error('the cause'),
  });
}

export async function failOnce() {
  if (attempt() === 1) throw ApplicationFailure.retryable('The first attempt fails.', 'Flaky');
  return `attempt ${attempt()}`;
}

export async function resumeFromHeartbeat() {
  const { heartbeatDetails } = Context.current().info;
  if (heartbeatDetails) return `resumed at ${heartbeatDetails.step}`;
  heartbeat({ step: 3 });
  throw ApplicationFailure.retryable('Lost after the heartbeat.', 'Lost');
}

export async function completeLater() {
  throw new CompleteAsyncError();
}

export const early = async () => 'early';

// Ends when the task that carries the early result is running, and another activity has ended.
export async function late(result, after = null) {
  await untilTasksStarted(Context.current().info.workflowExecution.workflowId, 2);
  await until(async () => (await workflow().describe()).raw.pendingActivities.every(({ activityId }) => activityId !== after));
  return result;
}

export async function untilCancelled() {
  for (;;) {
    heartbeat();
    await sleep(100);
  }
}

// Does not notice a cancellation: ends when its workflow has.
export async function untilClosed() {
  const handle = workflow();
  await until(async () => (await handle.describe()).status.name !== 'RUNNING');
}

export async function untilTasksCompleted(workflowId, count) {
  await untilEvents(workflowId, 'WORKFLOW_TASK_COMPLETED', count);
}

export async function untilTasksStarted(workflowId, count) {
  await untilEvents(workflowId, 'WORKFLOW_TASK_STARTED', count);
  return `${count} tasks`;
}

async function untilEvents(workflowId, type, count) {
  const handle = workflow(workflowId);
  await until(async () => (await eventTypes(handle)).filter((other) => other === type).length >= count);
}

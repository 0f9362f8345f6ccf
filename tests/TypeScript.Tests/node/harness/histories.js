import proto from '@temporalio/proto';
import { setTimeout as wait } from 'node:timers/promises';

const names = proto.temporal.api.enums.v1.EventType;

/** Types of a workflow's events so far, such as WORKFLOW_TASK_STARTED. */
export async function eventTypes(handle) {
  const { events } = await handle.fetchHistory();
  return events.map(({ eventType }) => names[eventType].replace('EVENT_TYPE_', ''));
}

/** Waits for a condition of the server's state. */
export async function until(condition, limit = 30_000) {
  for (const end = Date.now() + limit; !(await condition()); await wait(20)) {
    if (Date.now() > end) throw new Error(`Waited ${limit} ms in vain: ${condition}`);
  }
}

/** Waits until a workflow has so many events of a type. */
export async function untilEvents(handle, type, count = 1) {
  await until(async () => (await eventTypes(handle)).filter((other) => other === type).length >= count);
}

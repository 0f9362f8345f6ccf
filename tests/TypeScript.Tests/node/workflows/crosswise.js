import { ApplicationFailure } from '@temporalio/common';
import { executeChild, proxyActivities, workflowInfo } from '@temporalio/workflow';

// Says what arrived, so that the other side sees that it was understood and not only handed back.
export async function payloads(record, bytes, nothing, list, text) {
  return {
    record: { name: `${record.name}!`, size: record.size * 2, parts: record.parts.map((part) => ({ ...part, title: part.title.toUpperCase() })) },
    bytes: [...bytes],
    // Other SDKs write null as binary/null, which this one reads as undefined.
    nothingIsNull: nothing == null,
    sum: list.reduce((sum, value) => sum + value, 0),
    text: [...text].reverse().join(''),
  };
}

export async function reversedBytes(bytes) {
  return bytes.reverse();
}

export async function returnsNull() {
  return null;
}

export async function fails() {
  const root = ApplicationFailure.create({ message: 'the root', type: 'Root', nonRetryable: true, details: [[1, 2], null] });
  const middle = ApplicationFailure.create({ message: 'in the middle', type: 'Middle', cause: root });
  throw ApplicationFailure.create({
    message: 'at the top – ünïcödé',
    type: 'Top',
    nonRetryable: true,
    details: [{ name: 'detail', size: 7, parts: [] }, 'second'],
    cause: middle,
  });
}

// Activities of a worker that is written in the other language.
export async function usesActivitiesOf(taskQueue) {
  const there = proxyActivities({ taskQueue, startToCloseTimeout: '1 minute', retry: { initialInterval: '100ms', maximumAttempts: 3 } });
  const greeting = await there.greet('over there');
  const resumed = await there.resumeFromHeartbeat();
  try {
    return await there.refuse('over there');
  } catch (error) {
    return `${greeting}; ${resumed}; ${error.activityType} ${error.cause.type} ${error.cause.details[0]} ${error.cause.cause.message}`;
  }
}

// A child on a worker that is written in the other language.
export async function usesChildOf(taskQueue) {
  const child = (type, args) => executeChild(type, { taskQueue, args, workflowId: `${workflowInfo().workflowId}-${type}` });
  const greeting = await child('oneActivity', ['child']);
  try {
    return await child('fails', []);
  } catch (error) {
    return `${greeting}; ${error.workflowType} ${error.cause.type} ${error.cause.details[0].size} ${error.cause.cause.cause.type}`;
  }
}

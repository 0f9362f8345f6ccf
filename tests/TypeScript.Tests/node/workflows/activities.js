import { ActivityFailure, RetryState } from '@temporalio/common';
import { minute, retried, heartbeating } from './proxies.js';

export async function oneActivity(name) {
  return await minute.greet(name);
}

// "early" ends at once, "late" ends while the workflow task with the first result runs: see scenarios/activities.js.
export async function parallelActivities() {
  const all = [minute.late('first'), minute.early(), minute.late('third', '1')];
  await Promise.race(all);
  return await Promise.all(all);
}

export async function activityFallback() {
  try {
    return await minute.refuse('first');
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const forGood = error.retryState === RetryState.NON_RETRYABLE_FAILURE;
    return `${error.activityType} ${error.cause.type} ${forGood ? 'for good' : error.retryState}, ${await minute.greet('fallback')}`;
  }
}

export async function activityRetried() {
  return await retried.failOnce();
}

export async function activityHeartbeats() {
  return await heartbeating.resumeFromHeartbeat();
}

export async function activityCompletedLater() {
  return await minute.completeLater();
}

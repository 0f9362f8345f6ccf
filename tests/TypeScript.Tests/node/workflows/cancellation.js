import { ActivityCancellationType, CancellationScope, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import { minute } from './proxies.js';

const options = { startToCloseTimeout: '1 minute', heartbeatTimeout: '20 seconds', retry: { maximumAttempts: 1 } };

async function cleaningUp(work) {
  try {
    return await work();
  } catch (error) {
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => minute.greet('clean-up'));
    throw error;
  }
}

export async function cancelWaiting() {
  const { untilCancelled } = proxyActivities({ ...options, cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED });
  return await cleaningUp(untilCancelled);
}

export async function cancelTrying() {
  const { untilClosed } = proxyActivities({ startToCloseTimeout: '1 minute', cancellationType: ActivityCancellationType.TRY_CANCEL });
  return await cleaningUp(untilClosed);
}

export async function cancelAbandoning() {
  const { untilClosed } = proxyActivities({ startToCloseTimeout: '1 minute', cancellationType: ActivityCancellationType.ABANDON });
  return await cleaningUp(untilClosed);
}

export async function cancelSwallowed() {
  try {
    await sleep('1 hour');
    return 'not cancelled';
  } catch (error) {
    if (!isCancellation(error)) throw error;
    return 'swallowed';
  }
}

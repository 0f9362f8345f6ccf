import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

export const minute = proxyActivities({ startToCloseTimeout: '1 minute' });
export const retried = proxyActivities({ startToCloseTimeout: '1 minute', retry: { initialInterval: '100ms', maximumAttempts: 3 } });
export const heartbeating = proxyActivities({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '100ms', maximumAttempts: 3 },
});
export const local = proxyLocalActivities({ startToCloseTimeout: '20 seconds', retry: { maximumAttempts: 1 } });

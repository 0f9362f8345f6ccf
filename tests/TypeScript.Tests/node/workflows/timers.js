import { CancellationScope, CancelledFailure, condition, sleep } from '@temporalio/workflow';

export async function timer() {
  await sleep(50);
  return 'fired';
}

export async function timerRace() {
  const long = new CancellationScope();
  const lost = long.run(() => sleep('1 hour')).catch((error) => {
    if (!(error instanceof CancelledFailure)) throw error;
    return 'cancelled';
  });
  await sleep(50);
  long.cancel();
  return await lost;
}

export async function conditionTimeout() {
  return await condition(() => false, 50);
}

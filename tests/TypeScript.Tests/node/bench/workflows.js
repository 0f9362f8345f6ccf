import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

const { echo, countHeld } = proxyActivities({ startToCloseTimeout: '1 minute' });

/** Activities one after the other. */
export async function chain(activities) {
  for (let i = 0; i < activities; i++) await echo('step');
  return activities;
}

/** Stays in its worker's memory. */
export async function held() {
  let released = false;
  setHandler(defineSignal('release'), () => void (released = true));
  await countHeld();
  await condition(() => released);
}

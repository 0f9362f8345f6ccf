import { ApplicationFailure, condition, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { minute } from './proxies.js';

const add = defineSignal('add');
const finish = defineSignal('finish');
const total = defineQuery('total');
const fail = defineQuery('fail');
const addNow = defineUpdate('addNow');
const addLater = defineUpdate('addLater');
const refuse = defineUpdate('refuse');

// A sum that signals and updates change. It ends with the signal "finish".
export async function ledger(sum = 0) {
  let finished = false;
  setHandler(add, (value) => void (sum += value));
  setHandler(finish, () => void (finished = true));
  setHandler(total, () => sum);
  setHandler(fail, () => {
    throw ApplicationFailure.nonRetryable('This query always fails.', 'QueryRefused');
  });
  setHandler(addNow, (value) => (sum += value), {
    validator: (value) => {
      if (value <= 0) throw ApplicationFailure.nonRetryable('Only positive values.', 'NotPositive', value);
    },
  });
  setHandler(addLater, async (value) => (sum += await minute.double(value)));
  setHandler(refuse, async (value) => {
    throw ApplicationFailure.nonRetryable('Refused by the handler.', 'Refused', value);
  });
  await condition(() => finished);
  return sum;
}

import { Worker } from '@temporalio/worker';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';

/** Replays histories on one official worker: for each the error's name and message, or null. */
export async function replay(bundle, recordings) {
  const histories = recordings.map(({ workflowId, history }) => ({ workflowId, history: historyFromJSON(JSON.parse(history)) }));
  const errors = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: { codePath: bundle } }, histories)) {
    errors.push(error ? `${error.name}: ${error.message}` : null);
  }
  return errors;
}

import { ApplicationFailure, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  CancellationScope, ChildWorkflowCancellationType, ChildWorkflowFailure, condition, defineSignal, executeChild, getExternalWorkflowHandle,
  isCancellation, ParentClosePolicy, setHandler, sleep, startChild, workflowInfo,
} from '@temporalio/workflow';
import { minute } from './proxies.js';

const go = defineSignal('go');

const childId = () => `${workflowInfo().workflowId}-child`;

// A child ends only when its parent has worked off an earlier task: so the order of the parent's events is fixed.
export async function childAfterTasks(tasks, result) {
  await minute.untilTasksCompleted(workflowInfo().parent.workflowId, tasks);
  return result;
}

export async function childFailing() {
  await minute.untilTasksCompleted(workflowInfo().parent.workflowId, 2);
  await minute.refuse('child');
}

export async function childCancelledAfterTasks(tasks) {
  try {
    await sleep('1 hour');
  } catch (error) {
    await CancellationScope.nonCancellable(() => minute.untilTasksCompleted(workflowInfo().parent.workflowId, tasks));
    throw error;
  }
}

export async function childDeaf() {
  await CancellationScope.nonCancellable(() => sleep('1 hour'));
}

export async function waitsForGo() {
  let gone;
  setHandler(go, (word) => void (gone = word));
  await condition(() => gone !== undefined);
  return gone;
}

export async function parent() {
  return await executeChild('childAfterTasks', { workflowId: childId(), args: [2, 'child'] });
}

export async function parentOfFailing() {
  try {
    return await executeChild('childFailing', { workflowId: childId() });
  } catch (error) {
    if (!(error instanceof ChildWorkflowFailure)) throw error;
    return `${error.workflowType} ${error.cause.cause.type}`;
  }
}

export async function parentOfTaken(takenId) {
  try {
    return await executeChild('waitsForGo', { workflowId: takenId });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return 'taken';
  }
}

export async function parentCancelsWaiting() {
  const scope = new CancellationScope();
  const child = await scope.run(() =>
    startChild('childCancelledAfterTasks', {
      workflowId: childId(),
      args: [3],
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
    }),
  );
  scope.cancel();
  try {
    return await child.result();
  } catch (error) {
    return isCancellation(error) ? 'child cancelled' : error.name;
  }
}

export async function parentCancelsTrying() {
  const scope = new CancellationScope();
  const child = await scope.run(() =>
    startChild('childDeaf', {
      workflowId: childId(),
      cancellationType: ChildWorkflowCancellationType.TRY_CANCEL,
      parentClosePolicy: ParentClosePolicy.TERMINATE,
    }),
  );
  scope.cancel();
  try {
    return await child.result();
  } catch (error) {
    return isCancellation(error) ? 'child cancelled' : error.name;
  }
}

export async function signalsOther(otherId) {
  await getExternalWorkflowHandle(otherId).signal(go, 'from outside');
  try {
    await getExternalWorkflowHandle(`${otherId}-unknown`).signal(go, 'to nobody');
    return 'delivered';
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    return 'unknown';
  }
}

export async function cancelsOther(otherId) {
  await getExternalWorkflowHandle(otherId).cancel();
  try {
    await getExternalWorkflowHandle(`${otherId}-unknown`).cancel();
    return 'asked twice';
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    return 'asked';
  }
}

import { redirect } from '@sveltejs/kit';
import { fetchWorkflow } from '@temporalio/ui/services/workflow-service';
import { routeForEventHistory } from '@temporalio/ui/utilities/route-for';
import { error } from '@sveltejs/kit';

/** The newest run of the workflow. */
export const load = async ({ params: { namespace, workflow: id }, fetch }) => {
  const { workflow, error: failure } = await fetchWorkflow({ namespace, workflowId: id, runId: '' }, fetch);
  if (!workflow) error(failure?.statusCode ?? 404, failure?.message ?? 'Not Found');
  redirect(302, routeForEventHistory({ namespace, workflow: id, run: workflow.runId }));
};

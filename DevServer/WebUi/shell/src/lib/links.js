import { routeForBatchOperations, routeForSchedules, routeForWorkflows } from '@temporalio/ui/utilities/route-for';

/** The navigation: the pages that this server has. */
export const links = (namespace, path) =>
  [
    { href: routeForWorkflows({ namespace }), icon: 'workflow', label: 'Workflows', part: 'workflows' },
    { href: routeForSchedules({ namespace }), icon: 'schedules', label: 'Schedules', part: 'schedules' },
    { href: routeForBatchOperations({ namespace }), icon: 'batch-operation', label: 'Batch', part: 'batch-operations' },
  ].map(({ part, ...link }) => ({ ...link, isActive: () => path.split('/')[3] === part }));

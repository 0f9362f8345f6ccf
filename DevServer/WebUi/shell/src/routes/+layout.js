import { get } from 'svelte/store';
import { fetchCluster, fetchSystemInfo } from '@temporalio/ui/services/cluster-service';
import { fetchNamespaces } from '@temporalio/ui/services/namespaces-service';
import { fetchSettings } from '@temporalio/ui/services/settings-service';
import { namespaces } from '@temporalio/ui/stores/namespaces';
import { words } from '$lib/words';

export const ssr = false;

export const load = async ({ fetch }) => {
  await words();
  const settings = await fetchSettings(fetch);
  const [cluster, systemInfo] = await Promise.all([fetchCluster(settings, fetch), fetchSystemInfo(settings, fetch), fetchNamespaces(settings, fetch)]);
  return { settings, cluster, systemInfo, namespaces: get(namespaces) };
};

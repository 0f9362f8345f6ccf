import { redirect } from '@sveltejs/kit';

export const load = async ({ parent }) => {
  const { settings } = await parent();
  redirect(302, `/namespaces/${settings.defaultNamespace}/workflows`);
};

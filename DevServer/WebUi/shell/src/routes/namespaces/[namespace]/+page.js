import { redirect } from '@sveltejs/kit';

export const load = ({ params }) => redirect(302, `/namespaces/${params.namespace}/workflows`);

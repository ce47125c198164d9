import { sendApi } from '../lib/api.ts';
import type { Route } from './+types/disclosure-file.ts';

/** The file itself, at once: it is kept nowhere. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const parts = (await request.formData()).getAll('part').map(String);
  const path = `/api/v1/awards/${encodeURIComponent(params.id)}/disclosures`;
  const sent = await sendApi(context, path, { body: { parts } });
  if (!sent.ok) throw Response.json(sent.problem, { status: sent.problem.status });
  return new Response(String(sent.body), {
    headers: {
      'content-type': 'application/vc',
      'content-disposition': `attachment; filename="waarmerk-part-${params.id.slice(-6)}.json"`,
      'cache-control': 'private, no-store',
    },
  });
}

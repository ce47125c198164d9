import { packViewSchema } from '../../../features/quality/packs.schema.ts';
import { readApi } from '../../lib/api.ts';
import { jsonFile } from '../../lib/csv.ts';
import type { Route } from './+types/take-out-pack.ts';

/** A version as it is written, for another institution or for a drawer. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { written } = await readApi(
    context,
    `/api/v1/quality/packs/${encodeURIComponent(params.name)}`,
    packViewSchema,
  );
  return jsonFile(`${params.name.replace(/[^\w.-]+/g, '-')}.json`, written);
}

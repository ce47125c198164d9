import { jsonFile } from '../../lib/csv.ts';
import type { Route } from './+types/take-out-design.ts';
import { composeDesignFile } from './design-file.ts';
import { loadQuality } from './load-quality.ts';

/** The design and its dossier as they are saved. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { design, quality } = await loadQuality(context, params.id);
  return jsonFile(
    `design-${design.id}.json`,
    composeDesignFile({ content: design.content, dossier: quality.dossier }),
  );
}

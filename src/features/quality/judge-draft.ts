import type { Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import { type Design, readContent } from '../designs/index.ts';
import type { Dossier } from './dossier.schema.ts';
import { readDossier } from './dossiers.store.ts';
import { findSimilar } from './find-similar.ts';
import type { Finding } from './finding.ts';
import { judgeDesign } from './judge-design.ts';
import type { Rules } from './rules.ts';

export type Judged = { readonly content: DesignContent; readonly dossier: Dossier };

/** What the checks of the pack find in a design: in what was handed in, or in the draft as it stands. */
export async function judgeDraft(
  tx: Tx,
  design: Design,
  { pack, institution, today }: Rules,
  handedIn?: Judged,
): Promise<Finding[]> {
  const { content, dossier } = handedIn ?? {
    content: await readContent(tx, design),
    dossier: (await readDossier(tx, design.id)).dossier,
  };
  return judgeDesign({
    content,
    dossier,
    institution: { kind: institution.kind, country: institution.address.country },
    pack,
    on: today,
    similar: await findSimilar(tx, design.id, content),
  });
}

import type { Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import { type Design, readContent } from '../designs/index.ts';
import { readDossier } from './dossiers.store.ts';
import { findSimilar } from './find-similar.ts';
import type { Finding } from './finding.ts';
import { judgeDesign } from './judge-design.ts';
import type { Rules } from './rules.ts';
import { listQualifications } from './staff/staff.store.ts';

/** What the checks of the pack find in a design as it stands: the draft, or the content that was handed in. */
export async function judgeDraft(
  tx: Tx,
  design: Design,
  { pack, institution, today }: Rules,
  frozen?: DesignContent,
): Promise<Finding[]> {
  const content = frozen ?? (await readContent(tx, design, today));
  const { dossier } = await readDossier(tx, design.id);
  return judgeDesign({
    content,
    dossier,
    institution: { kind: institution.kind, country: institution.address.country },
    pack,
    on: today,
    staff: await listQualifications(tx, design.institutionId),
    similar: await findSimilar(tx, design.id, content),
  });
}

import type { Tx } from '../../database/index.ts';
import { type Dossier, dossierSchema, emptyDossier } from './dossier.schema.ts';

export type KeptDossier = { readonly dossier: Dossier; readonly revision: number };

/** An empty one of revision 0 where nothing was written yet. */
export async function readDossier(tx: Tx, designId: string): Promise<KeptDossier> {
  const row = await tx
    .selectFrom('qualityDossiers')
    .select(['body', 'revision'])
    .where('designId', '=', designId)
    .executeTakeFirst();
  return row
    ? { dossier: dossierSchema.parse(row.body), revision: row.revision }
    : { dossier: emptyDossier, revision: 0 };
}

/** The dossier as it stands is handed in with a proposal, and stays as it was. */
export async function insertHandedIn(
  tx: Tx,
  input: { readonly proposalId: string; readonly institutionId: string; readonly dossier: Dossier },
): Promise<void> {
  await tx
    .insertInto('qualityHandedIn')
    .values({ ...input, dossier: JSON.stringify(input.dossier) })
    .execute();
}

/** What was handed in with a proposal. @throws when nothing was: whoever names a proposal has seen it */
export async function readHandedIn(tx: Tx, proposalId: string): Promise<Dossier> {
  const { dossier } = await tx
    .selectFrom('qualityHandedIn')
    .select('dossier')
    .where('proposalId', '=', proposalId)
    .executeTakeFirstOrThrow();
  return dossierSchema.parse(dossier);
}

/** @returns false when someone else wrote since that revision */
export async function writeDossier(
  tx: Tx,
  input: {
    readonly designId: string;
    readonly institutionId: string;
    readonly dossier: Dossier;
    readonly revision: number;
    readonly at: Date;
  },
): Promise<boolean> {
  const body = JSON.stringify(input.dossier);
  if (input.revision === 0) {
    const made = await tx
      .insertInto('qualityDossiers')
      .values({ designId: input.designId, institutionId: input.institutionId, body, changedAt: input.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('designId')
      .executeTakeFirst();
    return made !== undefined;
  }
  const changed = await tx
    .updateTable('qualityDossiers')
    .set({ body, revision: input.revision + 1, changedAt: input.at })
    .where('designId', '=', input.designId)
    .where('revision', '=', input.revision)
    .returning('designId')
    .executeTakeFirst();
  return changed !== undefined;
}

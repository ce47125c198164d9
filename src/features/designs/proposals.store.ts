import type { Tx } from '../../database/index.ts';
import type { DesignVersion } from './design.ts';
import type { Frozen, FrozenDocument } from './freeze-version.ts';

/** As JSON keeps it: bytes in hexadecimal. */
type KeptVersion = Omit<DesignVersion, 'factsHash' | 'markHash' | 'publishedAt'> & {
  readonly factsHash: string;
  readonly markHash: string;
  readonly publishedAt: string;
  readonly mark: Frozen['mark'];
};

export async function insertProposal(
  tx: Tx,
  { version, documents, mark }: Frozen,
  input: { readonly draftRevision: number; readonly at: Date },
): Promise<void> {
  const kept: KeptVersion = {
    ...version,
    factsHash: toHex(version.factsHash),
    markHash: toHex(version.markHash),
    publishedAt: version.publishedAt.toISOString(),
    mark,
  };
  await tx
    .insertInto('designProposals')
    .values({
      id: version.id,
      institutionId: version.institutionId,
      designId: version.designId,
      n: version.number,
      version: JSON.stringify(kept),
      documents: JSON.stringify(documents),
      factsHash: Buffer.from(version.factsHash),
      draftRevision: input.draftRevision,
      proposedAt: input.at,
    })
    .execute();
}

export async function findProposal(tx: Tx, id: string): Promise<Frozen | undefined> {
  const row = await tx
    .selectFrom('designProposals')
    .select(['version', 'documents'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { mark, ...kept } = row.version as KeptVersion; // written by insertProposal()
  const version = {
    ...kept,
    factsHash: Buffer.from(kept.factsHash, 'hex'),
    markHash: Buffer.from(kept.markHash, 'hex'),
    publishedAt: new Date(kept.publishedAt),
  };
  return { version, documents: row.documents as readonly FrozenDocument[], mark };
}

/** @throws when it is not there: whoever names one has seen it */
export async function readProposal(tx: Tx, id: string): Promise<Frozen> {
  const found = await findProposal(tx, id);
  if (!found) throw new Error(`proposal ${id} is not there`);
  return found;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

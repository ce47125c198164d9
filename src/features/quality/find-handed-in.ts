import type { Tx } from '../../database/index.ts';
import { contentOf, findProposal } from '../designs/index.ts';
import type { Cycle } from './cycle.ts';
import { readHandedIn } from './dossiers.store.ts';
import type { Judged } from './judge-draft.ts';

export type HandedIn = Judged & {
  readonly proposal: NonNullable<Awaited<ReturnType<typeof findProposal>>>;
};

/** Exactly what was handed in last: the version that it would be, its content, and the dossier of that moment. */
export async function findHandedIn(
  tx: Tx,
  { proposalId }: Pick<Cycle, 'proposalId'>,
): Promise<HandedIn | undefined> {
  const proposal = proposalId === null ? undefined : await findProposal(tx, proposalId);
  if (!proposal) return undefined;
  const dossier = await readHandedIn(tx, proposal.version.id);
  return { proposal, content: contentOf(proposal.version), dossier };
}

import type { Tx } from '../../database/index.ts';
import { describeDesigns, findDesign } from '../designs/index.ts';
import type { Cycle } from './cycle.ts';
import type { PolicyPack } from './pack.schema.ts';
import { findRules } from './rules.ts';

export type CommitteeRules = {
  readonly kind: PolicyPack['designKinds'][number];
  readonly pack: PolicyPack;
  readonly quorum: number;
  readonly rule: 'majority' | 'consensus';
};

/** How the committee decides on a design: by the pack of its own kind. */
export async function findCommitteeRules(
  tx: Tx,
  { designId, institutionId }: Pick<Cycle, 'designId' | 'institutionId'>,
  at: Date,
): Promise<CommitteeRules> {
  const [described] = await describeDesigns(tx, { ids: [designId] });
  const design = described && (await findDesign(tx, described.publicId));
  if (!design) throw new Error(`design ${designId} is not there`);
  const { pack } = await findRules(tx, institutionId, design.kind, at);
  return { kind: design.kind, pack, ...committeeGateOf(pack) };
}

/** Three members and a majority where a pack says nothing. */
export function committeeGateOf({ gates }: PolicyPack): Pick<CommitteeRules, 'quorum' | 'rule'> {
  const gate = gates.find(({ step }) => step === 'committee');
  return { quorum: gate?.quorum ?? 3, rule: gate?.rule ?? 'majority' };
}

/** The way of a draft to the point where it may be published, by others than its maker. */
import type { Deps } from '../../src/app/deps.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { findDesign } from '../../src/features/designs/index.ts';
import { permissionsOf, type Role } from '../../src/features/institutions/index.ts';
import {
  callMeeting,
  castVote,
  checkDesign,
  type DecisionInput,
  decideDesign,
  findRules,
  giveOpinion,
  listWeighed,
  moveDesign,
  openMeeting,
  putOnAgenda,
  readDossier,
  saveDossier,
  submitDesign,
} from '../../src/features/quality/index.ts';
import { createUuid } from '../../src/platform/ids.ts';
import { soundDossier } from './content.ts';
import { seatCommittee } from './seats.ts';

type Decided = Pick<DecisionInput, 'outcome' | 'conditions'>;

/** Checked and handed in by its maker; then signed off by an expert, or decided by a committee of the same institution. */
export async function approveDesign(
  deps: Deps,
  designer: PersonActor,
  design: string,
  decided: Decided = { outcome: 'approved', conditions: [] },
): Promise<void> {
  const { institutionId = '' } = designer;
  const staff = (role: Role): PersonActor => ({
    ...{ kind: 'person', personId: createUuid(), institutionId, permissions: permissionsOf([role]) },
  });
  const { pack, kind } = await deps.database.asInstitution(institutionId, async (tx) => {
    const found = await findDesign(tx, design);
    const { kind } = found ?? { kind: 'edubadge' as const };
    return { kind, ...(await findRules(tx, institutionId, kind, deps.clock.now())) };
  });
  if (kind === 'edubadge') return;
  const expert = staff('education-expert');
  const revision = await deps.database.asInstitution(institutionId, async (tx) => {
    const found = await findDesign(tx, design);
    return (await readDossier(tx, found?.id ?? '')).revision;
  });
  await saveDossier(deps, designer, { design, revision, dossier: soundDossier });
  if (kind === 'microcredential' && revision === 0) {
    await moveDesign(deps, designer, { design, act: 'hand-in-idea', reason: '' });
    await moveDesign(deps, expert, { design, act: 'take-on', reason: '' });
  }
  await checkDesign(deps, designer, { design });
  await submitDesign(deps, designer, { design });
  const verdicts = listWeighed(pack).map((criterion) => ({ criterion, verdict: 'met' as const, reason: '' }));
  const summary = 'Outcomes and assessments fit.';
  await giveOpinion(deps, expert, { design, step: 'expert', outcome: 'forward', summary, verdicts });
  if (kind !== 'microcredential') return;
  const secretary = staff('committee-secretary');
  const members = await seatCommittee(deps, institutionId);
  const { id: meeting } = await callMeeting(deps, secretary, { day: '2026-12-01', place: 'Room 1' });
  await putOnAgenda(deps, secretary, { meeting, design });
  await openMeeting(deps, secretary, { meeting, present: members.map(({ personId }) => personId) });
  for (const member of members) await castVote(deps, member, { design, vote: 'for', reason: '' });
  await decideDesign(deps, staff('committee-chair'), {
    ...{ design, summary, verdicts, ...decided },
  });
}

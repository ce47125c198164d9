import type { Tx } from '../../database/index.ts';
import {
  type Design,
  digestContent,
  findProposal,
  findVersionById,
  placeOf,
  readContent,
} from '../designs/index.ts';
import { listMembers, mayAt, type StaffActor } from '../institutions/index.ts';
import { type Cause, readCauses } from './causes.ts';
import { listComments } from './comments.store.ts';
import { listOpenConditions } from './conditions.ts';
import type { Cycle } from './cycle.ts';
import { listCycles, listEvents, listMakers } from './cycles.store.ts';
import { findDecision } from './decisions.store.ts';
import { readDossier } from './dossiers.store.ts';
import { findChange } from './find-change.ts';
import { findConditional } from './find-conditional.ts';
import { findSimilar } from './find-similar.ts';
import { findGuideCodes } from './guides.store.ts';
import { judgeDraft } from './judge-draft.ts';
import { isUnderWay } from './judgement.ts';
import { listOpinions } from './opinions.store.ts';
import { isAwarded, MOVES } from './process.ts';
import type { QualityView } from './quality.schema.ts';
import { findRules, nameOf, type Rules } from './rules.ts';
import { listVotes } from './votes.store.ts';

export type Named = { readonly id: string; readonly name: string };

/** People as colleagues know them; who left is nobody's business any more. */
export async function readNames(tx: Tx, institutionId: string): Promise<(id: string) => Named> {
  const names = new Map(
    (await listMembers(tx, institutionId)).flatMap(({ personId, name }) =>
      personId ? [[personId, name ?? '']] : [],
    ),
  );
  return (id) => ({ id, name: names.get(id) ?? '' });
}

export async function presentQuality(
  tx: Tx,
  { staff, design, cycle, at }: { staff: StaffActor; design: Design; cycle: Cycle; at: Date },
): Promise<QualityView> {
  const rules = await findRules(tx, design.institutionId, design.kind, at);
  const { pack } = rules;
  const { dossier, revision } = await readDossier(tx, design.id);
  const name = await readNames(tx, design.institutionId);
  const content = await readContent(tx, design);
  const makers = await listMakers(tx, cycle.id);
  const decision = cycle.proposalId === null ? undefined : await findDecision(tx, cycle.proposalId);
  const conditional = await findConditional(tx, design.id);
  return {
    state: cycle.state,
    round: cycle.round,
    cycle: cycle.n,
    since: cycle.since.toISOString(),
    target: cycle.target,
    reviewDue: cycle.reviewDue,
    stopsOn: cycle.stopsOn,
    pack: {
      ref: nameOf(pack),
      name: { ...pack.name },
      gates: pack.gates.map(({ step, days, optional = false, quorum, rule }) => ({
        ...{ step, days, optional },
        ...(quorum === undefined ? {} : { quorum }),
        ...(rule === undefined ? {} : { rule }),
      })),
      criteria: pack.criteria.map(({ id, text, help, severity, kind, guide }) => ({
        ...{ id, text: { ...text }, severity, kind },
        ...(help === undefined ? {} : { help: { ...help } }),
        ...(guide === undefined ? {} : { guide }),
      })),
      audiences: pack.limits.audiences.map((one) => ({ code: one.code, name: { ...one.name } })),
    },
    route: [...cycle.route],
    guide: await presentGuide(tx, rules.institution),
    dossier,
    dossierRevision: revision,
    findings: (await judgeDraft(tx, design, rules)).map((finding) => ({
      criterion: finding.criterion,
      severity: finding.severity,
      pointer: finding.pointer,
      reason: finding.reason,
      ...(finding.values === undefined ? {} : { values: { ...finding.values } }),
    })),
    similar: await findSimilar(tx, design.id, content),
    makers: makers.map(name),
    expert: cycle.expertId === null ? null : name(cycle.expertId),
    changedSince: await hasChangedSince(tx, cycle, digestContent(content).factsHash),
    events: (await listEvents(tx, cycle.id)).map((event) => ({
      ...{ act: event.act, from: event.from, to: event.to, round: event.round },
      at: event.at.toISOString(),
      by: event.actorId === null ? null : name(event.actorId),
      ...readReasons(event.detail),
    })),
    opinions: (await listOpinions(tx, cycle.id)).map((one) => ({
      ...{ step: one.step, round: one.round, outcome: one.outcome, summary: one.summary },
      verdicts: one.verdicts.map(({ criterion, verdict, reason }) => ({ criterion, verdict, reason })),
      at: one.givenAt.toISOString(),
      by: name(one.byId),
    })),
    votes: (await listVotes(tx, cycle.id, cycle.round)).map((one) => ({
      ...{ by: name(one.voterId), vote: one.vote, reason: one.reason, at: one.votedAt.toISOString() },
    })),
    comments: (await listComments(tx, cycle.id)).map((one) => ({
      ...{ id: one.id, pointer: one.pointer, criterion: one.criterion, text: one.text },
      at: one.at.toISOString(),
      by: name(one.byId),
      resolved: one.resolvedAt !== null,
    })),
    decision:
      decision && decision.revokedAt === null
        ? {
            outcome: decision.outcome,
            body: decision.body,
            pack: decision.pack,
            url: decision.url,
            at: decision.decidedAt.toISOString(),
          }
        : null,
    conditions: (conditional?.decision.conditions ?? []).map((one) => ({ ...one })),
    change: isUnderWay(cycle.state) ? await presentChange(tx, design) : null,
    offered: await findOffered(tx, design, cycle),
    may: [...listActs(staff, design, cycle, makers), ...(await mayTickOff(tx, staff, design, conditional))],
  };
}

async function presentGuide(tx: Tx, { id, slug }: Rules['institution']): Promise<QualityView['guide']> {
  const sections = await findGuideCodes(tx, id);
  return sections ? { address: `/guides/${slug}`, sections } : null;
}

/** What an event says beside where it led: why a review was called, on what a renewal rests. */
function readReasons(detail: object): { causes: Cause[]; evidence: string | null } {
  const { evidence = null } = detail as { evidence?: string }; // written by moveDesign()
  return { causes: readCauses(detail), evidence };
}

async function presentChange(tx: Tx, design: Design): Promise<QualityView['change']> {
  const change = await findChange(tx, design);
  return change ? { class: change.class, fields: change.fields.map((one) => ({ ...one })) } : null;
}

async function hasChangedSince(tx: Tx, cycle: Cycle, factsHash: Uint8Array): Promise<boolean> {
  const proposal = cycle.proposalId === null ? undefined : await findProposal(tx, cycle.proposalId);
  return proposal !== undefined && !Buffer.from(proposal.version.factsHash).equals(factsHash);
}

async function findOffered(tx: Tx, design: Design, cycle: Cycle): Promise<QualityView['offered']> {
  const offered = (await listCycles(tx, design.id)).find(
    (one) =>
      one.id !== cycle.id &&
      (isAwarded(one.state) || one.state === 'suspended') &&
      one.state !== 'superseded',
  );
  const version = offered?.proposalId ? await findVersionById(tx, offered.proposalId) : undefined;
  if (!offered || !version) return null;
  const { state, reviewDue, stopsOn } = offered;
  return { version: version.number, state, reviewDue, stopsOn };
}

/** `meet-condition`: for whoever advises and put no word into what was approved. */
async function mayTickOff(
  tx: Tx,
  staff: StaffActor,
  design: Design,
  conditional: Awaited<ReturnType<typeof findConditional>>,
): Promise<string[]> {
  if (!conditional || listOpenConditions(conditional.decision.conditions).length === 0) return [];
  if (staff.kind !== 'person' || !mayAt(staff, 'designs.advise', placeOf(design))) return [];
  const makers = await listMakers(tx, conditional.cycle.id);
  return makers.includes(staff.personId) ? [] : ['meet-condition'];
}

/** Acts that follow upon where it stands, for whoever holds their permission and may have those eyes. */
function listActs(staff: StaffActor, design: Design, cycle: Cycle, makers: readonly string[]): string[] {
  const isMaker = staff.kind === 'person' && makers.includes(staff.personId);
  const acts: string[] = MOVES.filter(
    ({ from, permission, fourEyes }) =>
      permission !== null &&
      (from as readonly string[]).includes(cycle.state) &&
      mayAt(staff, permission, placeOf(design)) &&
      !(fourEyes && isMaker),
  ).map(({ act }) => act);
  const votes = cycle.state === 'committee-review' && mayAt(staff, 'designs.decide', placeOf(design));
  return votes ? [...new Set([...acts, isMaker ? 'recuse' : 'vote'])] : [...new Set(acts)];
}

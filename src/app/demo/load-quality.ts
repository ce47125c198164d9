/** The demo's designs go their way as its people would take them, each act at its hour. */
import type { PersonActor } from '../../features/audit/index.ts';
import { publishDesign } from '../../features/designs/index.ts';
import {
  adoptPack,
  callMeeting,
  castVote,
  checkDesign,
  closeMeeting,
  decideDesign,
  giveOpinion,
  listWeighed,
  makePack,
  moveDesign,
  openMeeting,
  packSchema,
  putOnAgenda,
  resolvePack,
  submitDesign,
} from '../../features/quality/index.ts';
import { addDays } from '../../platform/calendar.ts';
import { createFixedClock } from '../../platform/clock.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import type { DemoDesign } from './content.ts';

/** Microcredentials were a pilot before; Oosterdiep is too small for a committee. */
const OWN_PACKS = {
  'university-of-groningen': {
    ...{ id: 'rug-pilot', version: '2021', jurisdiction: 'NL', extends: ['nl-hbo-wo@2025-05'] },
    name: { en: 'Groningen: rules of the pilot', nl: 'Groningen: regels van de pilot' },
    summary: {
      en: 'How the committee judged until Groningen had rules of its own.',
      nl: 'Waarnaar de commissie oordeelde tot Groningen eigen regels had.',
    },
    designKinds: ['microcredential'],
    ...{ validFrom: '2021-10-01', validUntil: '2025-12-31', sources: [], limits: {}, criteria: [] },
    gates: [
      { step: 'expert', days: 21 },
      { step: 'committee', days: 42, quorum: 3, rule: 'majority' },
    ],
    review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
  },
  'mbo-oosterdiep': {
    ...{ id: 'oosterdiep-mc', version: '2025', jurisdiction: 'NL', extends: ['nl-mbo'] },
    name: { en: 'Oosterdiep: microcredentials', nl: 'Oosterdiep: microcredentials' },
    summary: {
      en: 'The framework for vocational education; the chair of the examination committee guarantees the level.',
      nl: 'Het kader voor het mbo; de voorzitter van de examencommissie borgt het niveau.',
    },
    designKinds: ['microcredential'],
    ...{ validFrom: '2025-01-01', sources: [], limits: {}, criteria: [] },
    gates: [{ step: 'expert', days: 21 }],
    review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
  },
} as const;

const ADOPTIONS = [
  { institution: 'university-of-groningen', on: '2021-10-01', pack: 'rug-pilot' },
  { institution: 'university-of-groningen', on: '2026-01-01', pack: 'rug-mc' },
  { institution: 'mbo-oosterdiep', on: '2025-01-01', pack: 'oosterdiep-mc' },
] as const;

export async function loadRules(deps: Deps, cast: DemoCast): Promise<void> {
  for (const [institution, pack] of Object.entries(OWN_PACKS))
    await makePack(deps, whoMay(cast, institution, 'designs.assure'), packSchema.parse(pack));
  for (const { institution, on, pack } of ADOPTIONS)
    await adoptPack(at(deps, on), whoMay(cast, institution, 'designs.assure'), {
      kind: 'microcredential',
      pack,
    });
}

/** From the draft to the version that is offered. */
export async function leadToPublication(
  deps: Deps,
  cast: DemoCast,
  input: {
    readonly design: DemoDesign;
    readonly id: string;
    readonly revision: number;
    readonly author: PersonActor;
    readonly approvedOn: string;
    readonly publishedOn: string;
  },
): Promise<void> {
  const { design, id, author, approvedOn } = input;
  await leadToExpert(deps, cast, { ...input, until: approvedOn });
  const weighed = listWeighed(
    resolvePack(
      packOf(design, approvedOn),
      approvedOn,
      Object.values(OWN_PACKS).map((one) => packSchema.parse(one)),
    ),
  );
  const verdicts = weighed.map((criterion) => ({ criterion, verdict: 'met' as const, reason: '' }));
  const decides = design.institution === 'university-of-groningen' && design.kind === 'microcredential';
  const adviser = findActor(cast, decides ? 'p-scholtens' : EXPERTS[design.institution]);
  await giveOpinion(at(deps, decides ? addDays(approvedOn, -14) : approvedOn), adviser, {
    ...{ design: id, step: 'expert', outcome: 'forward', verdicts: decides ? [] : verdicts },
    summary: 'The outcomes say what someone can do, each is assessed at its level, and the hours add up.',
  });
  if (decides) await letCommitteeDecide(deps, cast, { id, approvedOn, verdicts });
  await publishDesign(at(deps, input.publishedOn, 15), author, { design: id, revision: input.revision });
}

/** Handed in, and waiting for the education expert. */
export async function leadToExpert(
  deps: Deps,
  cast: DemoCast,
  {
    design,
    id,
    author,
    until,
  }: {
    readonly design: DemoDesign;
    readonly id: string;
    readonly author: PersonActor;
    readonly until: string;
  },
): Promise<void> {
  const expert = findActor(cast, EXPERTS[design.institution]);
  if (design.kind === 'microcredential' && design.institution === 'university-of-groningen') {
    const idea = { design: id, reason: '' };
    await moveDesign(at(deps, addDays(until, -70)), author, { ...idea, act: 'hand-in-idea' }).catch(
      skipRevision,
    );
    await moveDesign(at(deps, addDays(until, -66)), expert, { ...idea, act: 'take-on' }).catch(skipRevision);
  }
  await checkDesign(at(deps, addDays(until, -30)), author, { design: id });
  await submitDesign(at(deps, addDays(until, -28)), author, { design: id });
}

const EXPERTS: Readonly<Record<string, string>> = {
  'university-of-groningen': 'p-wieringa',
  'mbo-oosterdiep': 'p-kloosterhuis',
};

/** A next version of what is offered was an idea long ago. */
function skipRevision(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'quality/not-now')) throw error;
}

async function letCommitteeDecide(
  deps: Deps,
  cast: DemoCast,
  {
    id,
    approvedOn,
    verdicts,
  }: {
    readonly id: string;
    readonly approvedOn: string;
    readonly verdicts: readonly { criterion: string; verdict: 'met'; reason: string }[];
  },
): Promise<void> {
  const secretary = findActor(cast, 'p-degraaff');
  const chair = findActor(cast, 'p-hiddema');
  const members = ['p-wieringa', 'p-vaneijck', 'p-adjei'].map((one) => findActor(cast, one));
  const { id: meeting } = await callMeeting(at(deps, addDays(approvedOn, -13)), secretary, {
    ...{ day: approvedOn, place: 'Academiegebouw, Groningen' },
  });
  await putOnAgenda(at(deps, addDays(approvedOn, -12)), secretary, { meeting, design: id });
  const present = [chair, ...members].map(({ personId }) => personId);
  await openMeeting(at(deps, approvedOn, 10), secretary, { meeting, present });
  for (const member of [chair, ...members])
    await castVote(at(deps, approvedOn, 11), member, { design: id, vote: 'for', reason: '' });
  await decideDesign(at(deps, approvedOn, 11), chair, {
    ...{ design: id, outcome: 'approved', verdicts, conditions: [] },
    summary: 'The committee guarantees the exit level of exactly this version.',
  });
  await closeMeeting(at(deps, approvedOn, 12), secretary, {
    meeting,
    minutes:
      'The advice of the education expert was discussed. Nobody objected. The committee decided as recorded.',
  });
}

function packOf(design: DemoDesign, on: string): string {
  if (design.kind !== 'microcredential') return 'proof-of-competence';
  return ADOPTIONS.findLast((one) => one.institution === design.institution && one.on <= on)?.pack ?? '';
}

export function at(deps: Deps, day: string, hour = 9): Deps {
  return { ...deps, clock: createFixedClock(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) };
}

export function findActor(cast: DemoCast, id: string | undefined): PersonActor {
  const found = id === undefined ? undefined : cast.actors.get(id);
  if (!found) throw new Error(`the demo has no ${id}`);
  return found;
}

export function whoMay(cast: DemoCast, institution: string, permission: 'designs.assure'): PersonActor {
  const institutionId = cast.institutionIds.get(institution);
  const found = [...cast.actors.values()].find(
    (one) => one.institutionId === institutionId && one.permissions.has(permission),
  );
  if (!found) throw new Error(`nobody at ${institution} may ${permission}`);
  return found;
}

import type { PersonActor } from '../../features/audit/index.ts';
import {
  claimAward,
  declineAward,
  grantAwards,
  revokeAward,
  undoBatch,
} from '../../features/awards/index.ts';
import { publishAward } from '../../features/credentials/index.ts';
import type { Text } from '../../formats/index.ts';
import { createFixedClock } from '../../platform/clock.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import type { DemoAward } from './content.ts';

type Loading = {
  readonly cast: DemoCast;
  readonly designs: ReadonlyMap<string, string>;
  readonly settle: () => Promise<void>;
};

/** Where each state of the demo's file leads here. States of life cycles that are not there yet are left out. */
const ENDS: Readonly<Record<string, 'offered' | 'claimed' | 'declined' | 'revoked' | 'pending' | 'undone'>> =
  {
    offered: 'offered',
    'offered-reminded': 'offered',
    'offered-bounced': 'offered',
    'offered-dormant': 'offered',
    'name-question': 'offered',
    'address-question': 'offered',
    'claimed-private': 'claimed',
    'claimed-public': 'claimed',
    expired: 'claimed',
    expiring: 'claimed',
    reissued: 'claimed',
    reinstated: 'claimed',
    declined: 'declined',
    superseded: 'revoked',
    revoked: 'revoked',
    'revoked-under-appeal': 'revoked',
    'offer-withdrawn': 'revoked',
    'in-undo-window': 'pending',
    undone: 'undone',
  };

/** Shown, so that anyone can see what a credential that has ended looks like. */
const ENDED: ReadonlySet<string> = new Set(['expired', 'revoked', 'superseded']);

/** One of these people uses a platform that knows Open Badges 2.0 only. */
const OLDER_PLATFORMS = 'aw-001';

export async function loadAwards(deps: Deps, awards: readonly DemoAward[], loading: Loading): Promise<void> {
  // A replaced award is revoked before its successor is granted, so the order of the file will do.
  for (const award of awards) {
    const end = ENDS[award.state];
    if (end) await loadAward(deps, award, end, loading);
  }
  await loading.settle();
}

async function loadAward(
  deps: Deps,
  award: DemoAward,
  end: NonNullable<(typeof ENDS)[string]>,
  { cast, designs, settle }: Loading,
): Promise<void> {
  const design = designs.get(award.design);
  const awarder = registrarFor(cast, award);
  if (!design || !awarder) return;
  const now = end === 'pending' || end === 'undone';
  const granted = await grantAwards(now ? deps : at(deps, award, ['issued', 'granted']), awarder, {
    design,
    version: award.designVersion,
    recipients: [toRow(award)],
    ...(now ? { undo: 'PT30M' } : {}),
  });
  const id = granted.rows[0]?.award;
  if (!id)
    throw new Error(`the demo's award ${award.id} was not granted: ${granted.rows[0]?.problem?.detail}`);
  if (end === 'undone' && granted.batchId) await undoBatch(deps, awarder, { batch: granted.batchId });
  if (end === 'offered' || end === 'pending' || end === 'undone') return;
  // Letters of what is about to be claimed would be years old; the sink keeps those that still wait.
  await act(deps, award, end, { id, awarder, learner: cast.actors.get(award.recipient), settle });
}

type Acting = {
  readonly id: string;
  readonly awarder: PersonActor;
  readonly learner: PersonActor | undefined;
  readonly settle: () => Promise<void>;
};

async function act(
  deps: Deps,
  award: DemoAward,
  end: 'claimed' | 'declined' | 'revoked' | string,
  { id, awarder, learner, settle }: Acting,
): Promise<void> {
  if (!learner) return;
  if (end === 'declined') return await declineAward(at(deps, award, ['declined']), learner, { award: id });
  if (award.state !== 'offer-withdrawn')
    await claimAward(at(deps, award, ['claimed']), learner, { award: id });
  if (award.sharing?.public || ENDED.has(award.state))
    await publishAward(at(deps, award, ['published', 'claimed']), learner, {
      award: id,
      choice: toChoice(award),
    });
  if (end !== 'revoked') return;
  // Signed first, so that there is a bit to set, as it was on the day.
  await settle();
  await revokeAward(at(deps, award, ['revoked', 'superseded', 'withdrawn']), awarder, {
    award: id,
    reason: toReason(award),
  });
}

/** The deps of that hour: the first of these events that the award's history has, else the day itself. */
function at(deps: Deps, award: DemoAward, events: readonly string[]): Deps {
  const found = events.flatMap((event) => award.history.filter((one) => one.event.startsWith(event)))[0];
  return { ...deps, clock: createFixedClock(found?.at ?? `${award.awardedOn}T14:00:00Z`) };
}

function registrarFor(cast: DemoCast, award: DemoAward): PersonActor | undefined {
  const named = cast.actors.get(award.awardedBy);
  if (named?.permissions.has('awards.revoke')) return named;
  return [...cast.actors.values()].find(
    (actor) => actor.institutionId === named?.institutionId && actor.permissions.has('awards.revoke'),
  );
}

/** Microcredentials say to which audience a recipient belongs; the demo's are all of the first. */
const AUDIENCE = 'professionals';

function toRow(award: DemoAward): Parameters<typeof grantAwards>[2]['recipients'][number] {
  const { name, email, eppn, language } = award.recipientAs;
  const say = (text: Text | string | null | undefined) =>
    typeof text === 'string' ? text : (text?.[language] ?? text?.en);
  const evidence = award.evidence && {
    ...(award.evidence.url ? { url: award.evidence.url } : {}),
    name: say(award.evidence.name) ?? '',
  };
  const narrative = say(award.motivation);
  return {
    ...(email ? { email } : {}),
    ...(eppn ? { identifier: eppn } : {}),
    ...(name ? { name } : {}),
    awardedOn: award.awardedOn,
    ...(award.validUntil ? { expiresOn: award.validUntil } : {}),
    ...(award.result ? { result: String(award.result.overall) } : {}),
    ...(evidence ? { evidence: [evidence] } : {}),
    ...(narrative ? { narrative } : {}),
    language: language === 'nl' ? 'nl' : 'en',
    reference: award.id,
    audience: AUDIENCE,
  };
}

function toChoice(award: DemoAward): Parameters<typeof publishAward>[2]['choice'] {
  const { showName = true, showGrade = false, showEvidence = false } = award.sharing ?? {};
  return { showName, showResult: showGrade, showEvidence, olderPlatforms: award.id === OLDER_PLATFORMS };
}

const REASONS = {
  'issued-in-error': 'issued-in-error',
  fraud: 'fraud',
  'assessment-invalid': 'assessment-invalid',
  superseded: 'superseded',
} as const;

function toReason(award: DemoAward): Parameters<typeof revokeAward>[2]['reason'] {
  if (award.state === 'superseded') return 'superseded';
  return REASONS[award.reasonCode as keyof typeof REASONS] ?? 'issued-in-error';
}

/**
 * The way of one version of a design, from idea to retirement. Pure: which act leads from where to where, and what must be
 * true for it. The database holds the same table (`quality_moves`) and refuses whatever is not in it.
 */
import type { Permission } from '../institutions/index.ts';

export const STATES = [
  'idea',
  'intake',
  'designing',
  'self-check',
  'expert-review',
  'changes-requested',
  'peer-review',
  'owner-review',
  'committee-queue',
  'committee-review',
  'approved',
  'approved-conditional',
  'rejected',
  'appeal',
  'published',
  'in-use',
  'review-due',
  'in-review',
  'suspended',
  'teach-out',
  'retired',
  'superseded',
  'withdrawn',
] as const;
export type QualityState = (typeof STATES)[number];

/** A gate of a policy pack, in the order in which a pack may have them. */
export type Step = 'expert' | 'peer' | 'owner' | 'committee';

type Move = {
  readonly act: string;
  readonly from: readonly QualityState[];
  readonly to: readonly QualityState[];
  /** Held at the design's place; null: the clock or what happens elsewhere moves it. */
  readonly permission: Permission | null;
  /** Only someone who put no word into it. */
  readonly fourEyes: boolean;
};

const AWARDED = ['published', 'in-use', 'review-due', 'in-review'] as const;
const STEPS = ['expert-review', 'peer-review', 'owner-review'] as const;

export const MOVES = [
  move('hand-in-idea', ['idea'], ['intake'], 'designs.write'),
  move('take-on', ['intake'], ['designing'], 'designs.advise', 'four-eyes'),
  move('check', ['designing', 'changes-requested'], ['self-check'], 'designs.write'),
  move('reopen', ['self-check'], ['designing'], 'designs.write'),
  move(
    'submit',
    ['self-check'],
    ['expert-review', 'peer-review', 'owner-review', 'committee-queue'],
    'designs.write',
  ),
  move('ask-changes', STEPS, ['changes-requested'], 'designs.advise', 'four-eyes'),
  move(
    'advise',
    ['expert-review'],
    ['peer-review', 'owner-review', 'committee-queue'],
    'designs.advise',
    'four-eyes',
  ),
  move('sign-off', ['expert-review'], ['approved'], 'designs.advise', 'four-eyes'),
  move('support', ['peer-review'], ['owner-review', 'committee-queue'], 'designs.review', 'four-eyes'),
  move('confirm', ['owner-review'], ['committee-queue'], 'designs.confirm', 'four-eyes'),
  move('open-item', ['committee-queue'], ['committee-review'], 'designs.convene', 'four-eyes'),
  move('postpone', ['committee-review'], ['committee-queue'], 'designs.convene'),
  move(
    'decide',
    ['committee-review'],
    ['approved', 'approved-conditional', 'changes-requested', 'rejected'],
    'designs.chair',
    'four-eyes',
  ),
  move('appeal', ['rejected'], ['appeal'], 'designs.write'),
  move('settle', ['appeal'], ['committee-queue', 'rejected'], 'designs.settle', 'four-eyes'),
  move('meet-conditions', ['approved-conditional'], ['approved'], 'designs.advise', 'four-eyes'),
  move('publish', ['approved', 'approved-conditional'], ['published'], 'designs.publish'),
  move('first-award', ['published'], ['in-use'], null),
  move('call-review', ['published', 'in-use'], ['review-due'], null),
  move('start-review', ['review-due'], ['in-review'], 'designs.assure', 'four-eyes'),
  move('renew', ['in-review'], ['in-use'], 'designs.chair', 'four-eyes'),
  move('suspend', AWARDED, ['suspended'], 'designs.assure', 'four-eyes'),
  move('resume', ['suspended'], ['in-use'], 'designs.assure', 'four-eyes'),
  move('teach-out', [...AWARDED, 'suspended'], ['teach-out'], 'designs.publish'),
  move('retire', ['teach-out'], ['retired'], 'designs.publish'),
  move('supersede', AWARDED, ['superseded'], null),
  move(
    'withdraw',
    ['idea', 'intake', 'designing', 'self-check', 'changes-requested', ...STEPS, 'committee-queue'],
    ['withdrawn'],
    'designs.write',
  ),
] as const satisfies readonly Move[];

export type Act = (typeof MOVES)[number]['act'];

function move<Name extends string>(
  act: Name,
  from: readonly QualityState[],
  to: readonly QualityState[],
  permission: Permission | null,
  eyes?: 'four-eyes',
): Move & { readonly act: Name } {
  return { act, from, to, permission, fourEyes: eyes === 'four-eyes' };
}

export function moveOf(act: Act): Move {
  const found = MOVES.find((one) => one.act === act);
  if (!found) throw new Error(`there is no act ${act}`);
  return found;
}

const GATES: Record<Step, QualityState> = {
  expert: 'expert-review',
  peer: 'peer-review',
  owner: 'owner-review',
  committee: 'committee-queue',
};

/** Where a design goes once a step of its pack is done; `approved` after the last one. */
export function stateAfter(route: readonly Step[], done?: Step): QualityState {
  const next = done === undefined ? route[0] : route[route.indexOf(done) + 1];
  return next === undefined ? 'approved' : GATES[next];
}

/** Where a new design begins: what a committee guarantees begins as an idea that an expert takes on. */
export function beginningOf(route: readonly Step[]): 'idea' | 'designing' {
  return route.includes('committee') ? 'idea' : 'designing';
}

/** Awarding is possible: approved, published, and neither suspended nor ended. */
export function isAwarded(state: QualityState): boolean {
  return [...AWARDED, 'superseded', 'teach-out'].includes(state);
}

/** Nothing comes after it. */
export function hasEnded(state: QualityState): boolean {
  return ['retired', 'superseded', 'withdrawn'].includes(state);
}

export function isQualityState(text: string): text is QualityState {
  return (STATES as readonly string[]).includes(text);
}

export type QualityEvent = {
  readonly seq: number;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly round: number;
  readonly actorId: string | null;
  readonly at: Date;
};

/** Where the events lead: what the board shows can be rebuilt from them alone. */
export function replay(
  begun: 'idea' | 'designing',
  events: readonly QualityEvent[],
): { readonly state: string; readonly round: number } {
  return events
    .toSorted((one, other) => one.seq - other.seq)
    .reduce<{ state: string; round: number }>((_, { to, round }) => ({ state: to, round }), {
      state: begun,
      round: 0,
    });
}

export type Vote = 'for' | 'against' | 'abstain' | 'recused';

/**
 * What the votes come to. Those who recused themselves are not there; a quorum of those who are must have voted.
 * Consensus: nobody is against.
 */
export function countVotes(
  votes: readonly Vote[],
  { quorum, rule }: { readonly quorum: number; readonly rule: 'majority' | 'consensus' },
): { readonly present: number; readonly outcome: 'carried' | 'not-carried' | 'no-quorum' } {
  const count = (vote: Vote) => votes.filter((one) => one === vote).length;
  const present = votes.length - count('recused');
  if (present < quorum) return { present, outcome: 'no-quorum' };
  const carried =
    rule === 'consensus' ? count('against') === 0 && count('for') > 0 : count('for') > count('against');
  return { present, outcome: carried ? 'carried' : 'not-carried' };
}

/** The way of a design drawn as steps: fewer than it has states, in the order of its pack. Pure. */

export type StepName =
  | 'idea'
  | 'designing'
  | 'expert'
  | 'peer'
  | 'owner'
  | 'committee'
  | 'approved'
  | 'published'
  | 'ended';

const OF_STATE: Readonly<Record<string, StepName>> = {
  idea: 'idea',
  intake: 'idea',
  designing: 'designing',
  'self-check': 'designing',
  'changes-requested': 'designing',
  'expert-review': 'expert',
  'peer-review': 'peer',
  'owner-review': 'owner',
  'committee-queue': 'committee',
  'committee-review': 'committee',
  rejected: 'committee',
  appeal: 'committee',
  approved: 'approved',
  'approved-conditional': 'approved',
  published: 'published',
  'in-use': 'published',
  'review-due': 'published',
  'in-review': 'published',
  suspended: 'published',
  'teach-out': 'ended',
  retired: 'ended',
  superseded: 'ended',
  withdrawn: 'designing',
};

const GATES: readonly StepName[] = ['expert', 'peer', 'owner', 'committee'];

/** `current` counts from 1. An idea is a step of its own only where a committee guarantees the result. */
export function listSteps(
  route: readonly string[],
  state: string,
): { readonly names: readonly StepName[]; readonly current: number } {
  const own = GATES.filter((name) => route.includes(name));
  const here = OF_STATE[state] ?? 'designing';
  const names: readonly StepName[] = [
    ...(own.includes('committee') || here === 'idea' ? (['idea'] as const) : []),
    'designing',
    ...own,
    'approved',
    'published',
    ...(here === 'ended' ? (['ended'] as const) : []),
  ];
  return { names, current: names.indexOf(here) + 1 || names.indexOf('designing') + 1 };
}

export type Standing = 'passed' | 'warning' | 'failed' | 'not-checked';

/** Dashed while nobody has decided. */
export function standingOf(state: string): Standing {
  if (['approved', 'published', 'in-use'].includes(state)) return 'passed';
  if (['suspended', 'rejected'].includes(state)) return 'failed';
  if (
    [
      'changes-requested',
      'approved-conditional',
      'review-due',
      'in-review',
      'teach-out',
      'superseded',
    ].includes(state)
  )
    return 'warning';
  return 'not-checked';
}

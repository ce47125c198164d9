/**
 * What is wrong with a pack that has the right shape: members that contradict each other, gates that lead nowhere, days
 * that would rewrite what was decided. Pure. Words stand in the catalogue of the pages, by `detail`.
 */
import { type CheckName, type Criterion, type PolicyPack, STEPS } from './pack.schema.ts';

export type PackFault = { readonly pointer: string; readonly detail: PackFaultName };

export const PACK_FAULTS = [
  'needs-words',
  'is-there-twice',
  'ends-before-it-begins',
  'least-is-more-than-most',
  'needs-a-bound',
  'is-not-there',
  'is-not-inherited',
  'needs-a-check',
  'needs-no-check',
  'needs-an-element',
  'needs-statements',
  'needs-qualifications',
  'is-out-of-order',
  'must-not-be-last',
  'only-a-peer-is-optional',
  'only-a-committee-votes',
  'must-begin-later',
  'weighs-too-much',
] as const;
export type PackFaultName = (typeof PACK_FAULTS)[number];

/** More could not be weighed in one decision. */
const MOST_CRITERIA = 100;

/** @param inherited the ids of the criteria of everything that it extends */
export function findPackFaults(pack: PolicyPack, inherited: readonly string[]): PackFault[] {
  return [
    ...(isSaid(pack.name) ? [] : [fault('/name', 'needs-words')]),
    ...(isSaid(pack.summary) ? [] : [fault('/summary', 'needs-words')]),
    ...findDayFaults('/validUntil', pack.validFrom, pack.validUntil),
    ...findSizeFaults(pack),
    ...findTwice(pack.limits.audiences.map(({ code }) => code)).map((at) =>
      fault(`/limits/audiences/${at}/code`, 'is-there-twice'),
    ),
    ...pack.limits.audiences.flatMap(({ name }, at) =>
      isSaid(name) ? [] : [fault(`/limits/audiences/${at}/name`, 'needs-words')],
    ),
    ...Object.keys(pack.severities)
      .filter((id) => !inherited.includes(id))
      .map((id) => fault(`/severities/${id}`, 'is-not-inherited')),
    ...findTwice(pack.criteria.map(({ id }) => id)).map((at) =>
      fault(`/criteria/${at}/id`, 'is-there-twice'),
    ),
    ...pack.criteria.flatMap(findCriterionFaults),
    ...(new Set([...inherited, ...pack.criteria.map(({ id }) => id)]).size > MOST_CRITERIA
      ? [fault('/criteria', 'weighs-too-much')]
      : []),
    ...findGateFaults(pack.gates),
    ...(pack.appeal && !isSaid(pack.appeal.body) ? [fault('/appeal/body', 'needs-words')] : []),
  ];
}

/**
 * An approval names its rules by an address with a day in it, and the bytes behind it never change: whatever is made later
 * under the same name begins later than today.
 */
export function findTimeFaults(
  pack: PolicyPack,
  versions: readonly PolicyPack[],
  today: string,
): PackFault[] {
  const isLater = pack.validFrom > today && versions.every(({ validFrom }) => validFrom !== pack.validFrom);
  return versions.length === 0 || isLater ? [] : [fault('/validFrom', 'must-begin-later')];
}

function fault(pointer: string, detail: PackFaultName): PackFault {
  return { pointer, detail };
}

function isSaid(text: Readonly<Record<string, string>>): boolean {
  return Object.keys(text).length > 0;
}

function findDayFaults(pointer: string, from: string | undefined, until: string | undefined): PackFault[] {
  return from !== undefined && until !== undefined && until < from
    ? [fault(pointer, 'ends-before-it-begins')]
    : [];
}

function findSizeFaults({ limits }: PolicyPack): PackFault[] {
  return limits.sizes.flatMap(({ min, max, from, until }, at) => [
    ...(min === undefined && max === undefined ? [fault(`/limits/sizes/${at}/min`, 'needs-a-bound')] : []),
    ...(min !== undefined && max !== undefined && max < min
      ? [fault(`/limits/sizes/${at}/max`, 'least-is-more-than-most')]
      : []),
    ...findDayFaults(`/limits/sizes/${at}/until`, from, until),
  ]);
}

/** Where something stands that stood before. */
function findTwice(names: readonly string[]): number[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
}

/** What a check cannot do without. */
const NEEDED: Partial<
  Record<
    CheckName,
    { readonly member: 'element' | 'statements' | 'qualifications'; readonly detail: PackFaultName }
  >
> = {
  element: { member: 'element', detail: 'needs-an-element' },
  statement: { member: 'statements', detail: 'needs-statements' },
  'staff-qualified': { member: 'qualifications', detail: 'needs-qualifications' },
};

function findCriterionFaults({ text, kind, check }: Criterion, at: number): PackFault[] {
  const here = `/criteria/${at}`;
  const needed = check && NEEDED[check.name];
  const given = needed && check[needed.member];
  const bounds = check && check.min !== undefined && check.max !== undefined && check.max < check.min;
  return [
    ...(isSaid(text) ? [] : [fault(`${here}/text`, 'needs-words')]),
    ...(kind !== 'human' && !check ? [fault(`${here}/check/name`, 'needs-a-check')] : []),
    ...(kind === 'human' && check ? [fault(`${here}/check/name`, 'needs-no-check')] : []),
    ...(needed && (given === undefined || given.length === 0)
      ? [fault(`${here}/check/${needed.member}`, needed.detail)]
      : []),
    ...(bounds ? [fault(`${here}/check/max`, 'least-is-more-than-most')] : []),
  ];
}

/** The way knows them in one order, and an approval comes from an expert or from a committee. */
function findGateFaults(gates: PolicyPack['gates']): PackFault[] {
  const last = gates.findLastIndex(({ optional }) => !optional);
  return gates.flatMap(({ step, optional, quorum, rule, conditional }, at) => {
    const here = `/gates/${at}`;
    const before = gates[at - 1];
    return [
      ...(before && STEPS.indexOf(before.step) >= STEPS.indexOf(step)
        ? [fault(`${here}/step`, 'is-out-of-order')]
        : []),
      ...(at === gates.length - 1 && (step === 'peer' || step === 'owner' || at !== last)
        ? [fault(`${here}/step`, 'must-not-be-last')]
        : []),
      ...(optional && step !== 'peer' ? [fault(`${here}/optional`, 'only-a-peer-is-optional')] : []),
      ...(step !== 'committee' && (quorum !== undefined || rule !== undefined || conditional)
        ? [fault(`${here}/quorum`, 'only-a-committee-votes')]
        : []),
    ];
  });
}

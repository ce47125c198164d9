import { Problem } from '../../platform/problem.ts';
import type { Finding } from './finding.ts';
import type { PackFault } from './pack-faults.ts';

export function notNow(act: string, state: string): Problem {
  return new Problem({
    status: 409,
    code: 'quality/not-now',
    title: 'This cannot be done where the design stands.',
    detail: `"${act}" does not follow upon "${state}".`,
  });
}

export function draftMoved(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/changed',
    title: 'Someone changed this after you opened it.',
    detail: 'Nothing was overwritten. Open it again.',
  });
}

export function ownWork(): Problem {
  return new Problem({
    status: 403,
    code: 'quality/own-work',
    title: 'Four eyes: nobody decides on their own work.',
    detail: 'You wrote in this design, so someone else takes this step.',
  });
}

export function ownAdvice(): Problem {
  return new Problem({
    status: 403,
    code: 'quality/own-advice',
    title: 'Four eyes: nobody decides on their own advice.',
    detail: 'You advised on this design. Recuse yourself, or let someone else speak the decision.',
  });
}

export function personNeeded(): Problem {
  return new Problem({
    status: 403,
    code: 'quality/person-needed',
    title: 'A person must do this.',
    detail: 'Programs may read and write designs, but judge none.',
  });
}

/** @param findings what must be mended first */
export function notReady(findings: readonly Finding[]): Problem {
  return new Problem({
    status: 422,
    code: 'quality/not-ready',
    title: 'Some criteria are not met yet.',
    detail: [...new Set(findings.map(({ criterion }) => criterion))].join(', '),
    errors: findings.map(({ pointer, criterion, reason }) => ({
      pointer,
      detail: `${criterion}: ${reason}`,
    })),
  });
}

export function notApproved(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/not-approved',
    title: 'Exactly this has not been approved.',
    detail: 'Hand the draft in; once it is approved, exactly that text can be published.',
  });
}

export function conditionsOpen(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/conditions-open',
    title: 'Conditions of the approval are still open.',
  });
}

export function verdictsMissing(criteria: readonly string[]): Problem {
  return new Problem({
    status: 422,
    code: 'quality/verdicts-missing',
    title: 'Each criterion that must be met needs a verdict, and each that is not met a reason.',
    detail: criteria.join(', '),
    errors: criteria.map((criterion) => ({ pointer: '/verdicts', detail: criterion })),
  });
}

export function notCarried(why: 'no-quorum' | 'not-carried'): Problem {
  return new Problem({
    status: 409,
    code: `quality/${why}`,
    title: why === 'no-quorum' ? 'Too few members voted.' : 'The votes do not carry an approval.',
  });
}

export function conditionsMalformed(): Problem {
  return new Problem({
    status: 422,
    code: 'quality/conditions-missing',
    title: 'An approval with conditions names each with an owner and a date to come.',
  });
}

export function packUnknown(pack: string): Problem {
  return new Problem({
    status: 422,
    code: 'quality/pack-unknown',
    title: 'There is no such policy pack in force today.',
    detail: pack,
  });
}

export function appealTooLate(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/appeal-too-late',
    title: 'The time to object is over.',
  });
}

export function meetingNotNow(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/meeting-not-now',
    title: 'This does not fit the day or the state of the meeting.',
  });
}

export function noSeat(): Problem {
  return new Problem({
    status: 422,
    code: 'quality/no-seat',
    title: 'Only who holds a seat in the committee counts as present.',
    errors: [{ pointer: '/present', detail: 'names somebody without a seat' }],
  });
}

export function notAwardable(why: string): Problem {
  return new Problem({
    status: 409,
    code: 'quality/not-awardable',
    title: 'This version may not be awarded now.',
    detail: why,
  });
}

export function reasonMissing(): Problem {
  return new Problem({
    status: 422,
    code: 'quality/reason-missing',
    title: 'Those who are concerned are owed a reason.',
    errors: [{ pointer: '/reason', detail: 'is empty' }],
  });
}

export function packUnfit(): Problem {
  return new Problem({
    status: 422,
    code: 'quality/pack-unfit',
    title: 'This pack is not for designs of this kind at an institution like yours.',
  });
}

/** @param faults where, and what is wrong there: words stand in the catalogue of the pages */
export function packFaulty(faults: readonly PackFault[]): Problem {
  return new Problem({
    status: 422,
    code: 'quality/pack-faulty',
    title: 'These rules contradict themselves.',
    errors: faults.map(({ pointer, detail }) => ({ pointer, detail })),
  });
}

/** @param faults where, and what is wrong there: words stand in the catalogue of the pages */
export function guideFaulty(
  faults: readonly { readonly pointer: string; readonly detail: string }[],
): Problem {
  return new Problem({
    status: 422,
    code: 'quality/guide-faulty',
    title: 'Each section of the Guide needs a name of its own, a title and a text.',
    errors: faults,
  });
}

export function guideUnchanged(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/guide-unchanged',
    title: 'This says what the newest version of the Guide says; there is nothing to publish.',
  });
}

export function packTaken(): Problem {
  return new Problem({
    status: 409,
    code: 'quality/pack-taken',
    title: 'There is a pack of this name and version; versions never change.',
  });
}

export function papersUnavailable(): Problem {
  return new Problem({
    status: 501,
    code: 'quality/papers-unavailable',
    title: 'This installation cannot make papers as PDF.',
    detail: 'They are typeset by Typst, which is here for Linux on x64 with glibc. The pages show the same.',
  });
}

export function papersBusy(): Problem {
  return new Problem({
    status: 503,
    code: 'quality/papers-busy',
    title: 'Too many papers are being made at this moment. Try again shortly.',
    headers: { 'retry-after': '2' },
  });
}

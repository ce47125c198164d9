/** Checks into a verdict (INTERFACE, "Verification report"; DECISIONS 24). Pure. */
import type { DetectedFormat } from '../../formats/index.ts';
import type { Check, CheckDetail, CheckId, VerificationReport } from './verification.schema.ts';

/** Without these a report cannot be `verified`. `status` and `recipient` are required once they are listed. */
const ALWAYS_REQUIRED = [
  'readable',
  'conforms',
  'proof',
  'issuer-binding',
  'issuer-known',
  'validity',
] as const satisfies readonly CheckId[];

/** A holder stands in no register, and a presentation has no dates: those are its credentials' own. */
const OF_PRESENTATION = [
  'readable',
  'conforms',
  'proof',
  'issuer-binding',
  'credentials',
] as const satisfies readonly CheckId[];

export function decideVerdict(
  checks: readonly Check[],
  format?: DetectedFormat,
): VerificationReport['verdict'] {
  if (checks.some((check) => check.outcome === 'failed')) return 'failed';
  const good = new Set(checks.filter(isGood).map((check) => check.id));
  const required: readonly CheckId[] = format === 'vp' ? OF_PRESENTATION : ALWAYS_REQUIRED;
  const complete = required.every((id) => good.has(id)) && checks.every(isGood);
  return complete ? 'verified' : 'incomplete';
}

/** A warning ran and found nothing that would be a reason not to rely on it. */
function isGood({ outcome }: Check): boolean {
  return outcome === 'passed' || outcome === 'warning';
}

export function passed(id: CheckId, detail?: CheckDetail, reason?: string): Check {
  return { id, outcome: 'passed', ...(reason ? { reason } : {}), ...(detail ? { detail } : {}) };
}

export function failed(id: CheckId, reason: string, detail?: CheckDetail): Check {
  return { id, outcome: 'failed', reason, ...(detail ? { detail } : {}) };
}

export function warned(id: CheckId, reason: string, detail?: CheckDetail): Check {
  return { id, outcome: 'warning', reason, ...(detail ? { detail } : {}) };
}

export function notChecked(id: CheckId, reason: string, detail?: CheckDetail): Check {
  return { id, outcome: 'not-checked', reason, ...(detail ? { detail } : {}) };
}

/** After a failure that makes every later answer meaningless. */
export function stopped(...ids: readonly CheckId[]): Check[] {
  return ids.map((id) => notChecked(id, 'stopped'));
}

/** The required checks that did not come to pass, in their order. */
export function stoppedAfter(checks: readonly Check[]): Check[] {
  const ran = new Set(checks.map((check) => check.id));
  return stopped(...ALWAYS_REQUIRED.filter((id) => !ran.has(id)));
}

/** Members that are there; `detail` holds no undefined. */
export function detailOf(members: Readonly<Record<string, CheckDetail[string] | undefined>>): CheckDetail {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, CheckDetail[string]] => entry[1] !== undefined),
  );
}

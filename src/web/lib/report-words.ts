/** A verification report in words (DESIGN 6 and 7), shared by the verifier's page and the badge page. */
import type { Check, VerificationReport } from '../../features/verification/verification.schema.ts';
import { formatInstant, formatInstantDay } from './formatting.ts';
import type { Locale, TextKey, Translate } from './i18n.ts';

export type ReportState = 'passed' | 'warning' | 'failed' | 'not-checked';

export type ReportRow = {
  readonly id: string;
  readonly name: string;
  readonly outcome: ReportState;
  readonly finding: string;
  readonly note: string | undefined;
  /** What an expert wants to see, as label and value. */
  readonly detail: readonly { readonly label: string; readonly value: string }[];
};

export type ReportWords = {
  readonly state: ReportState;
  /** One sentence a hurried reader may leave with. */
  readonly title: string;
  /** How many checks came out how. */
  readonly counts: string;
  readonly checkedAt: string;
  /** The sentence about the first failure, when there is one. */
  readonly failure: string | undefined;
  readonly format: string;
  readonly rows: readonly ReportRow[];
};

type Language = { readonly t: Translate; readonly locale: Locale };

export function sayReport(language: Language, report: VerificationReport): ReportWords {
  const rows = report.checks.map((check) => sayCheck(language, report, check));
  return {
    ...sayVerdict(language, report),
    counts: sayCounts(language, rows),
    checkedAt: language.t('report.checked-at', { time: formatInstant(language.locale, report.checkedAt) }),
    failure: sayFailure(language, report, rows),
    format: sayFormat(language.t, report),
    rows,
  };
}

export function sayFormat(t: Translate, report: Pick<VerificationReport, 'format' | 'container'>): string {
  const format = t(formatKeys[report.format] ?? 'format.unknown');
  if (report.container === 'pdf') return t('format.in-pdf', { format });
  return report.container
    ? t('format.in-image', { format, container: report.container.toUpperCase() })
    : format;
}

/** The bar never says more than the report: whatever is no known verdict is "not checked". */
function sayVerdict(
  { t, locale }: Language,
  report: VerificationReport,
): { state: ReportState; title: string } {
  const find = (outcome: Check['outcome']) => report.checks.filter((check) => check.outcome === outcome);
  const warnings = find('warning').length;
  if (report.verdict === 'verified') {
    if (warnings > 0) return { state: 'warning', title: t('verdict.warnings', { count: warnings }) };
    return { state: 'passed', title: t('verdict.verified', { count: report.checks.length }) };
  }
  if (report.verdict === 'failed') {
    const [failed] = find('failed');
    const values = failed ? datesOf(locale, failed) : {};
    return { state: 'failed', title: t(failureTitle(failed, values), values) };
  }
  const open = find('not-checked').map((check) => check.id);
  const title =
    open.length === 1 && open[0] === 'status'
      ? 'verdict.incomplete.status'
      : open.length === 1 && open[0] === 'issuer-known'
        ? 'verdict.incomplete.issuer-known'
        : 'verdict.incomplete.other';
  return { state: 'not-checked', title: t(title) };
}

function failureTitle(failed: Check | undefined, values: Values): TextKey {
  switch (`${failed?.id}.${failed?.reason}`) {
    case 'status.revoked':
      if (values.date && failed?.detail?.revocationReason === 'superseded')
        return 'verdict.failed.superseded';
      return values.date ? 'verdict.failed.revoked' : 'verdict.failed.revoked-undated';
    case 'validity.expired':
      return 'verdict.failed.expired';
    case 'proof.wrong-signature':
      return 'verdict.failed.changed';
    case 'readable.not-recognised':
    case 'readable.empty-image':
    case 'readable.malformed':
    case 'readable.nothing-there':
    case 'readable.no-attachment':
    case 'readable.no-credential-attached':
      return 'verdict.failed.unreadable';
    default:
      return 'verdict.failed.other';
  }
}

/** Why not to rely on it: the first failure, as a sentence. */
function sayFailure(
  { t }: Language,
  { checks, credential }: VerificationReport,
  rows: readonly ReportRow[],
): string | undefined {
  const failed = checks.find((check) => check.outcome === 'failed');
  const reason = sayRevocation(t, failed?.detail?.revocationReason);
  if (failed?.reason === 'revoked' && reason !== '' && credential?.issuer)
    return t('report.failure.revoked', { issuer: credential.issuer, reason });
  return rows.find((row) => row.outcome === 'failed')?.finding.replace(/\.?$/, '.');
}

function sayCounts({ t }: Language, rows: readonly ReportRow[]): string {
  return (['passed', 'warning', 'failed', 'not-checked'] as const)
    .map((state) => ({ state, count: rows.filter((row) => row.outcome === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(`report.count.${state}`, { count }))
    .join(' · ');
}

function sayCheck(language: Language, report: VerificationReport, check: Check): ReportRow {
  const { t, locale } = language;
  const values = {
    ...datesOf(locale, check),
    format: t(phraseKeys[report.format] ?? 'format.phrase.unknown'),
    issuer: report.credential?.issuer ?? textOf(check.detail?.issuer),
    institution: textOf(check.detail?.institution),
    party: textOf(check.detail?.institution) || textOf(check.detail?.name),
    register: textOf(check.detail?.accreditationRegister),
    statement: textOf(check.detail?.statement),
    endorsers: Array.isArray(check.detail?.by) ? check.detail.by.join(', ') : '',
    reason: sayRevocation(t, check.detail?.revocationReason),
    count: textOf(String(check.detail?.count ?? '')),
    url: textOf(check.detail?.url),
  };
  const outcome = toKnown(check.outcome);
  const note = noteKey(check);
  return {
    id: check.id,
    name: t(
      report.format === 'vp' && check.id === 'issuer-binding' ? 'check.holder-binding' : nameKeys[check.id],
    ),
    outcome,
    finding: sayFinding(t, check, outcome, values),
    note: note && t(note, values),
    detail: Object.entries({ ...(check.reason ? { reason: check.reason } : {}), ...check.detail }).map(
      ([label, value]) => ({ label, value: Array.isArray(value) ? value.join(', ') : String(value) }),
    ),
  };
}

function toKnown(outcome: string): ReportState {
  return outcome === 'passed' || outcome === 'warning' || outcome === 'failed' ? outcome : 'not-checked';
}

type Values = Readonly<Record<string, string>>;

/** `date` and `time` are the one instant the sentence of this check is about. */
function datesOf(locale: Locale, { id, reason, detail = {} }: Check): Values {
  const instant =
    id === 'issuer-binding'
      ? detail.signedAt
      : id === 'issuer-known'
        ? detail.since
        : id === 'validity'
          ? reason === 'not-yet-valid'
            ? detail.validFrom
            : detail.validUntil
          : id === 'status'
            ? reason === 'revoked' || reason === 'revoked-later'
              ? detail.revokedAt
              : detail.listedAt
            : id === 'quality-approval'
              ? detail.on
              : undefined;
  return {
    ...(typeof instant === 'string'
      ? { date: formatInstantDay(locale, instant), time: formatInstant(locale, instant) }
      : {}),
    ...(typeof detail.listedAt === 'string' ? { listed: formatInstant(locale, detail.listedAt) } : {}),
  };
}

function sayRevocation(t: Translate, reason: unknown): string {
  const key = typeof reason === 'string' ? revocationKeys[reason] : undefined;
  return key ? t(key) : textOf(reason);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A sentence whose facts are missing gives way to the plain one of its outcome. */
function sayFinding(t: Translate, check: Check, outcome: ReportState, values: Values): string {
  const finding = t(findingKey(check, outcome, values), values);
  return finding.includes('{{') ? t(`finding.${outcome}`) : finding;
}

/** The most particular sentence there is: check, outcome and reason; check and outcome; outcome alone. */
function findingKey({ id, reason }: Check, outcome: ReportState, values: Values): TextKey {
  if (reason === 'stopped') return 'finding.stopped';
  const name = sentence(id, outcome, reason, values);
  return findings[name] ?? findings[`${id}.${outcome}`] ?? `finding.${outcome}`;
}

/** Where a sentence depends on whether a date or a reason is known. */
function sentence(id: string, outcome: ReportState, reason: string | undefined, values: Values): string {
  const name = reason === undefined ? `${id}.${outcome}` : `${id}.${outcome}.${reason}`;
  if (name === 'status.failed.revoked') {
    if (!values.date) return `${name}.undated`;
    return values.reason ? name : `${name}.unexplained`;
  }
  if (name === 'validity.passed' && values.date) return `${name}.until`;
  if (name === 'issuer-binding.passed' && !values.date) return `${name}.undated`;
  return name;
}

function noteKey({ id, reason, detail }: Check): TextKey | undefined {
  if (id === 'readable' && detail?.printed) return 'finding.readable.printed';
  if (id === 'status' && detail?.listedAt) return 'finding.status.note';
  if (id === 'issuer-known' && reason === 'issuer-in-no-register') return 'finding.issuer-known.note';
  return undefined;
}

const nameKeys = {
  readable: 'check.readable',
  conforms: 'check.conforms',
  proof: 'check.proof',
  'issuer-binding': 'check.issuer-binding',
  'issuer-known': 'check.issuer-known',
  validity: 'check.validity',
  status: 'check.status',
  recipient: 'check.recipient',
  'quality-approval': 'check.quality-approval',
  endorsements: 'check.endorsements',
  credentials: 'check.credentials',
} as const satisfies Record<Check['id'], TextKey>;

const findings: Readonly<Record<string, TextKey>> = {
  'readable.passed': 'finding.readable.passed',
  'readable.failed': 'check.readable.failed',
  'readable.failed.malformed': 'finding.readable.malformed',
  'readable.failed.nothing-there': 'finding.readable.nothing-there',
  'readable.failed.no-attachment': 'finding.readable.no-attachment',
  'readable.failed.no-credential-attached': 'finding.readable.no-credential-attached',
  'readable.failed.several-credentials': 'finding.readable.several-credentials',
  'readable.not-checked.pdf-encrypted': 'finding.readable.pdf-encrypted',
  'readable.not-checked.pdf-too-complex': 'finding.readable.pdf-too-complex',
  'readable.not-checked.unsupported-format': 'finding.readable.unsupported-format',
  'readable.not-checked.unreachable': 'finding.readable.unreachable',
  'readable.not-checked.offline': 'finding.offline',
  'conforms.passed': 'finding.conforms.passed',
  'conforms.failed': 'finding.conforms.failed',
  'conforms.failed.address-of-another': 'finding.conforms.address-of-another',
  'conforms.not-checked.too-complex': 'finding.proof.too-complex',
  'conforms.not-checked.unsupported-context': 'finding.conforms.unsupported-context',
  'conforms.not-checked.offline': 'finding.offline',
  'proof.passed': 'check.proof.passed',
  'proof.passed.hosted': 'finding.proof.hosted',
  'proof.passed.holder-not-shown': 'finding.proof.holder-not-shown',
  'proof.passed.self-asserted': 'finding.proof.self-asserted',
  'proof.failed': 'finding.proof.failed',
  'proof.failed.wrong-signature': 'check.proof.failed',
  'proof.failed.no-proof': 'finding.proof.no-proof',
  'proof.failed.key-not-found': 'finding.proof.key-not-found',
  'proof.failed.key-not-authorized': 'finding.proof.key-not-found',
  'proof.failed.key-expired': 'finding.proof.key-expired',
  'proof.failed.not-canonicalizable': 'finding.proof.not-canonicalizable',
  'proof.failed.wrong-challenge': 'finding.proof.for-another',
  'proof.failed.wrong-domain': 'finding.proof.for-another',
  'proof.not-checked.presentation-unsigned': 'finding.proof.presentation-unsigned',
  'proof.not-checked.unsupported-context': 'finding.conforms.unsupported-context',
  'proof.not-checked.unsupported-proof': 'finding.proof.unsupported',
  'proof.not-checked.base-proof': 'finding.proof.base-proof',
  'proof.not-checked.unsupported': 'finding.proof.unsupported',
  'proof.not-checked.key-unavailable': 'finding.proof.key-unavailable',
  'proof.not-checked.key-revoked': 'finding.proof.key-revoked',
  'proof.not-checked.too-complex': 'finding.proof.too-complex',
  'proof.not-checked.unreachable': 'finding.proof.unreachable',
  'proof.not-checked.offline': 'finding.offline',
  'issuer-binding.passed': 'check.issuer-binding.passed',
  'issuer-binding.passed.undated': 'finding.issuer-binding.undated',
  'issuer-binding.passed.holder': 'finding.issuer-binding.holder',
  'issuer-binding.passed.self-asserted': 'finding.issuer-binding.self-asserted',
  'issuer-binding.failed.wrong-holder': 'finding.issuer-binding.wrong-holder',
  'issuer-binding.passed.hosted': 'finding.issuer-binding.hosted',
  'issuer-binding.failed': 'finding.issuer-binding.failed',
  'issuer-binding.failed.outside-hosted-scope': 'finding.issuer-binding.outside-hosted-scope',
  'issuer-binding.not-checked.issuer-unavailable': 'finding.issuer-binding.issuer-unavailable',
  'issuer-binding.not-checked.presentation-unsigned': 'finding.issuer-binding.unsigned',
  'issuer-binding.not-checked.offline': 'finding.offline',
  'issuer-known.passed': 'finding.issuer-known.passed',
  'issuer-known.passed.accredited': 'finding.issuer-known.accredited',
  'issuer-known.passed.listed': 'finding.issuer-known.listed',
  'issuer-known.warning.not-accredited-then': 'finding.issuer-known.not-accredited-then',
  'issuer-known.not-checked': 'check.issuer-known.not-checked',
  'issuer-known.not-checked.no-register': 'finding.issuer-known.no-register',
  'validity.passed': 'finding.validity.passed',
  'validity.passed.until': 'finding.validity.until',
  'validity.failed.expired': 'check.validity.failed',
  'validity.failed.not-yet-valid': 'finding.validity.not-yet-valid',
  'validity.failed.malformed-date': 'finding.validity.malformed-date',
  'status.passed': 'finding.status.passed',
  'status.passed.hosted': 'finding.status.hosted',
  'status.failed.revoked': 'finding.status.revoked',
  'status.failed.revoked.unexplained': 'finding.status.revoked-unexplained',
  'status.failed.revoked.undated': 'finding.status.revoked-undated',
  'status.warning.revoked-later': 'finding.status.revoked-later',
  'status.failed.suspended': 'finding.status.suspended',
  'status.not-checked': 'check.status.not-checked',
  'status.not-checked.not-on-paper': 'finding.status.not-on-paper',
  'status.not-checked.unknown-here': 'finding.status.unknown-here',
  'status.not-checked.unsupported-status': 'finding.status.unsupported',
  'status.not-checked.list-not-verified': 'finding.status.list-not-verified',
  'status.not-checked.list-of-another-issuer': 'finding.status.list-of-another-issuer',
  'status.not-checked.list-malformed': 'finding.status.list-malformed',
  'status.not-checked.list-too-short': 'finding.status.list-malformed',
  'status.not-checked.index-out-of-range': 'finding.status.list-malformed',
  'status.not-checked.list-expired': 'finding.status.list-expired',
  'status.not-checked.as-of-unknown': 'finding.status.as-of-unknown',
  'status.not-checked.offline': 'finding.offline',
  'quality-approval.passed': 'finding.quality-approval.passed',
  'quality-approval.warning': 'finding.quality-approval.broken',
  'quality-approval.warning.approval-of-another': 'finding.quality-approval.another',
  'quality-approval.not-checked': 'finding.quality-approval.open',
  'endorsements.passed': 'finding.endorsements.passed',
  'endorsements.warning': 'finding.endorsements.broken',
  'endorsements.not-checked': 'finding.endorsements.open',
  'credentials.passed': 'finding.credentials.passed',
  'credentials.warning': 'finding.credentials.none',
  'credentials.failed': 'finding.credentials.failed',
  'credentials.failed.too-many-credentials': 'finding.credentials.too-many',
  'credentials.not-checked': 'finding.credentials.open',
  'credentials.not-checked.too-complex': 'finding.proof.too-complex',
  'readable.failed.too-deep': 'finding.readable.too-deep',
  'recipient.passed': 'finding.recipient.passed',
  'recipient.failed': 'finding.recipient.failed',
  'recipient.not-checked': 'finding.recipient.no-identifier',
};

const formatKeys: Readonly<Record<string, TextKey>> = {
  'ob3-data-integrity': 'format.ob3',
  'ob3-jwt': 'format.ob3-jwt',
  'ob2-hosted': 'format.ob2',
  'ob2-signed': 'format.ob2-signed',
  'sd-jwt-vc': 'format.sd-jwt-vc',
  edc: 'format.edc',
  clr2: 'format.clr2',
  'certificate-qr': 'format.certificate-qr',
  vc: 'format.vc',
  vp: 'format.vp',
};

/** With its article, for a sentence. */
const phraseKeys: Readonly<Record<string, TextKey>> = {
  'ob3-data-integrity': 'format.phrase.ob3',
  'ob3-jwt': 'format.phrase.ob3',
  'ob2-hosted': 'format.phrase.ob2',
  'ob2-signed': 'format.phrase.ob2',
  'sd-jwt-vc': 'format.phrase.sd-jwt-vc',
  edc: 'format.phrase.edc',
  clr2: 'format.phrase.clr2',
  'certificate-qr': 'format.phrase.certificate-qr',
  vc: 'format.phrase.vc',
  vp: 'format.phrase.vp',
};

const revocationKeys: Readonly<Record<string, TextKey>> = {
  'issued-in-error': 'revocation.issued-in-error',
  'assessment-invalid': 'revocation.assessment-invalid',
  fraud: 'revocation.fraud',
  superseded: 'revocation.superseded',
  'requested-by-holder': 'revocation.requested-by-holder',
};

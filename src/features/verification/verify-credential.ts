import type { CredentialSummary } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import type { Inquiry } from './inquiry.ts';
import { openInquiry, type VerifyDeps, type VerifyOptions } from './inquiry.ts';
import { type OpenedCredential, openCredential, type VerifyInput } from './open-credential.ts';
import { decideVerdict, detailOf, stopped, stoppedAfter } from './report.ts';
import type { ReportCredential, VerificationReport } from './verification.schema.ts';
import { type Judged, verifyHosted } from './verify-hosted.ts';
import { verifyOlderSigned } from './verify-older-signed.ts';
import { verifyPrinted } from './verify-printed.ts';
import { verifySigned } from './verify-signed.ts';

/**
 * Any credential in, a report of checks out. It throws for nothing that a stranger can send: what cannot be read
 * is a report that says so.
 */
export async function verifyCredential(
  deps: VerifyDeps,
  input: VerifyInput,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const inquiry = openInquiry(deps, options);
  const opened = await openCredential(inquiry, input);
  const when = {
    checkedAt: formatInstant(inquiry.now),
    ...(options.at ? { at: formatInstant(options.at) } : {}),
    input: await describeInput(inquiry, input),
  };
  if (!opened.open) {
    const checks = [
      opened.check,
      ...stoppedAfter([opened.check]),
      ...(inquiry.as ? stopped('recipient') : []),
    ];
    return { verdict: decideVerdict(checks), format: opened.format, ...when, checks };
  }
  const { checks, summary } = await judge(inquiry, opened);
  const all = [opened.check, ...checks];
  return {
    verdict: decideVerdict(all),
    format: opened.format,
    ...(opened.container ? { container: opened.container } : {}),
    ...when,
    checks: all,
    ...(summary ? { credential: presentCredential(summary) } : {}),
  };
}

async function describeInput(
  { crypto }: Inquiry,
  input: VerifyInput,
): Promise<{ sha256?: string; url?: string }> {
  if ('url' in input) return { url: input.url };
  return { sha256: Buffer.from(await crypto.sha256(input.bytes)).toString('hex') };
}

function judge(inquiry: Inquiry, opened: OpenedCredential): Promise<Judged> | Judged {
  switch (opened.format) {
    case 'ob2-hosted':
      return verifyHosted(inquiry, opened.document);
    case 'ob2-signed':
      return verifyOlderSigned(inquiry, opened);
    case 'certificate-qr':
      return verifyPrinted(inquiry, opened);
    default:
      return verifySigned(inquiry, opened);
  }
}

function presentCredential(summary: CredentialSummary): ReportCredential {
  const { recipient, issuer } = summary;
  const plain = recipient.identifiers.find((one) => !one.hashed && one.type !== 'name')?.value;
  return {
    title: summary.title,
    issuer: issuer.name ?? issuer.id ?? '',
    ...detailOf({
      issuerId: issuer.id,
      recipient: recipient.name ?? plain,
      id: summary.id,
      validFrom: summary.validFrom,
      validUntil: summary.validUntil,
      awardedDate: summary.awardedDate,
      language: summary.language,
      description: summary.description,
      image: summary.image && /^https?:/.test(summary.image.url) ? summary.image.url : undefined,
    }),
  };
}

/** By which procedure a credential is judged, and what comes out as a report. */
import type { CredentialSummary } from '../../formats/index.ts';
import type { Inquiry } from './inquiry.ts';
import type { OpenedCredential, UnopenedCredential } from './open-credential.ts';
import { decideVerdict, detailOf, stopped, stoppedAfter } from './report.ts';
import type { PlainReport, ReportCredential } from './verification.schema.ts';
import { type Judged, verifyHosted } from './verify-hosted.ts';
import { verifyOlderSigned } from './verify-older-signed.ts';
import { verifyPrinted } from './verify-printed.ts';
import { verifySdJwtVc } from './verify-sd-jwt-vc.ts';
import { verifySigned } from './verify-signed.ts';

/** When it was asked, and of which input. */
export type Asked = Pick<PlainReport, 'checkedAt' | 'at' | 'input'>;

/** @param presentedBy whose presentation it stands in, once that holds: they may speak for themselves */
export async function judgeCredential(
  inquiry: Inquiry,
  opened: OpenedCredential,
  presentedBy?: string,
): Promise<Judged> {
  switch (opened.format) {
    case 'ob2-hosted':
      return await verifyHosted(inquiry, opened.document);
    case 'ob2-signed':
      return await verifyOlderSigned(inquiry, opened);
    case 'certificate-qr':
      return await verifyPrinted(inquiry, opened);
    case 'sd-jwt-vc':
      return await verifySdJwtVc(inquiry, opened);
    default:
      return await verifySigned(inquiry, opened, presentedBy);
  }
}

export function reportUnopened(
  { as }: Pick<Inquiry, 'as'>,
  { check, format }: UnopenedCredential,
  asked: Asked,
): PlainReport {
  const checks = [check, ...stoppedAfter([check]), ...(as ? stopped('recipient') : [])];
  return { verdict: decideVerdict(checks), format, ...asked, checks };
}

export function reportJudged(
  { check, format, container }: OpenedCredential,
  { checks, summary }: Judged,
  asked: Asked,
): PlainReport {
  const all = [check, ...checks];
  return {
    verdict: decideVerdict(all, format),
    format,
    ...(container ? { container } : {}),
    ...asked,
    checks: all,
    ...(summary ? { credential: presentCredential(summary) } : {}),
  };
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

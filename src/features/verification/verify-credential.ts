import { formatInstant } from '../../platform/clock.ts';
import { MANY_FETCHES } from './find-document.ts';
import { type Inquiry, openInquiry, type VerifyDeps, type VerifyOptions } from './inquiry.ts';
import { type Asked, judgeCredential, reportJudged, reportUnopened } from './judge-credential.ts';
import { openCredential, type VerifyInput } from './open-credential.ts';
import type { VerificationReport } from './verification.schema.ts';
import { verifyPresentation } from './verify-presentation.ts';

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
  };
  const asked: Asked = { ...when, input: await describeInput(inquiry, input) };
  if (!opened.open) return reportUnopened(inquiry, opened, asked);
  if (opened.format !== 'vp') return reportJudged(opened, await judgeCredential(inquiry, opened), asked);
  // Each credential inside has keys and a list of its own.
  const wide = openInquiry(deps, options, MANY_FETCHES);
  const { credentials, ...judged } = await verifyPresentation(wide, opened, when);
  return { ...reportJudged(opened, judged, asked), credentials: [...credentials] };
}

async function describeInput(
  { crypto }: Inquiry,
  input: VerifyInput,
): Promise<{ sha256?: string; url?: string }> {
  if ('url' in input) return { url: input.url };
  return { sha256: Buffer.from(await crypto.sha256(input.bytes)).toString('hex') };
}

/** The first check: whatever came in, as a document in a format that is known. */
import { findCertificateToken, openCertificate } from '../../formats/certificate/index.ts';
import {
  type Detected,
  type DetectedFormat,
  detectCredential,
  FormatRefusal,
  type JsonObject,
  looksLikeJws,
} from '../../formats/index.ts';
import { CompressionRefusal } from '../../platform/crypto/index.ts';
import { parseBytes } from './find-document.ts';
import type { Inquiry } from './inquiry.ts';
import { openPdf } from './open-pdf.ts';
import { detailOf, failed, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

export type VerifyInput = { readonly bytes: Uint8Array } | { readonly url: string };

export type OpenedCredential = {
  readonly open: true;
  readonly format: DetectedFormat;
  readonly container: string | undefined;
  readonly document: JsonObject;
  /** What is signed, for a JWT. */
  readonly text: string;
  /** Where a certificate's code says that its credential is. */
  readonly address?: string;
  readonly check: Check;
};
export type UnopenedCredential = {
  readonly open: false;
  readonly format: DetectedFormat;
  readonly check: Check;
};

/** An image may hold an address, and an address may give an image; nothing honest is deeper. */
const MAX_HOPS = 2;
const READABLE: ReadonlySet<DetectedFormat> = new Set([
  'ob3-data-integrity',
  'ob3-jwt',
  'ob2-hosted',
  'ob2-signed',
  'vc',
  'vp',
  'sd-jwt-vc',
  'clr2',
  'edc',
]);

export async function openCredential(
  inquiry: Inquiry,
  input: VerifyInput,
): Promise<OpenedCredential | UnopenedCredential> {
  return 'url' in input ? await openUrl(inquiry, input.url, 0) : await openBytes(inquiry, input.bytes, 0);
}

async function openUrl(
  inquiry: Inquiry,
  url: string,
  hops: number,
): Promise<OpenedCredential | UnopenedCredential> {
  const token = findCertificateToken(url);
  if (token !== undefined) return openCode(token, url);
  // Who changed a code meant somebody to see its page in place of what it says.
  if (looksLikeJws(url.slice(url.indexOf('#') + 1)))
    return unopened(failed('readable', 'malformed', { cause: 'certificate-malformed', url }));
  if (hops >= MAX_HOPS) return unopened(failed('readable', 'nothing-there', { url }));
  const answer = await inquiry.findDocument(url);
  if (!answer.found) {
    const reason = answer.because === 'offline' ? 'offline' : 'unreachable';
    return unopened(notChecked('readable', reason, { url, cause: answer.detail }));
  }
  const { status, bytes } = answer;
  // Gone is how Open Badges 2.0 says "revoked", and its body says so again.
  const isRevokedAssertion = status === 410 && parseBytes(bytes)?.revoked === true;
  if (isRevokedAssertion) return openGone(url, bytes);
  if (status >= 500 || status === 429)
    return unopened(notChecked('readable', 'unreachable', { url, cause: `status-${status}` }));
  if (status !== 200) return unopened(failed('readable', 'nothing-there', { url, status }));
  return await openBytes(inquiry, bytes, hops + 1, url);
}

function openGone(url: string, bytes: Uint8Array): OpenedCredential {
  const document: JsonObject = { id: url, ...parseBytes(bytes) };
  return {
    open: true,
    format: 'ob2-hosted',
    container: undefined,
    document,
    text: '',
    check: passed('readable', { format: 'ob2-hosted', url }),
  };
}

async function openBytes(
  inquiry: Inquiry,
  bytes: Uint8Array,
  hops: number,
  url?: string,
): Promise<OpenedCredential | UnopenedCredential> {
  let detected: Detected;
  try {
    detected = await detectCredential(inquiry.compression, bytes);
  } catch (error) {
    if (error instanceof FormatRefusal)
      return unopened(
        failed('readable', 'malformed', detailOf({ cause: error.reason, where: error.detail, url })),
      );
    if (error instanceof CompressionRefusal)
      return unopened(failed('readable', 'malformed', { cause: error.reason }));
    throw error;
  }
  if (detected.kind === 'certificate') return openCode(detected.token, detected.text);
  if (detected.kind === 'url') return await openUrl(inquiry, detected.url, hops);
  if (detected.kind === 'unsupported') {
    if (detected.what !== 'pdf') return unsupported(detected.what, url);
    const inside = await openPdf(inquiry, bytes);
    return inside.kind === 'refused' ? unopened(inside.check) : openDetected(inside, url);
  }
  return openDetected(detected, url);
}

export function openDetected(
  { format, container, document, text }: Extract<Detected, { kind: 'document' }>,
  url: string | undefined,
): OpenedCredential | UnopenedCredential {
  if (format === 'unknown') return unopened(failed('readable', 'not-recognised', detailOf({ url })));
  if (!READABLE.has(format))
    return {
      open: false,
      format,
      check: notChecked('readable', 'unsupported-format', detailOf({ format, url })),
    };
  const inside = container === 'none' ? undefined : container;
  return {
    open: true,
    format,
    container: inside,
    document,
    text,
    check: passed(
      'readable',
      // Anyone can print any words around a file that is in order.
      detailOf({ format, container: inside, url, printed: inside === 'pdf' ? 'not-checked' : undefined }),
    ),
  };
}

/** The token is all there is: the address in front of it is compared, and not asked. */
function openCode(token: string, text: string): OpenedCredential {
  return {
    open: true,
    format: 'certificate-qr',
    container: undefined,
    document: openCertificate(token),
    text: token,
    ...(text.trim() === token ? {} : { address: text.trim() }),
    check: passed('readable', { format: 'certificate-qr', printed: 'not-checked' }),
  };
}

function unsupported(
  what: Exclude<Extract<Detected, { kind: 'unsupported' }>['what'], 'pdf'>,
  url: string | undefined,
): UnopenedCredential {
  switch (what) {
    case 'envelope':
      return unopened(notChecked('readable', 'unsupported-format', detailOf({ format: what, url })));
    case 'empty-image':
      return unopened(failed('readable', 'empty-image', detailOf({ url })));
    case 'unknown':
      return unopened(failed('readable', 'not-recognised', detailOf({ url })));
  }
}

export function unopened(check: Check): UnopenedCredential {
  return { open: false, format: 'unknown', check };
}

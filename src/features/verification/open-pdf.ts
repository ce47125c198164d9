/**
 * A PDF as a container: the credential that is attached to it. What is printed on its pages nobody has signed, and a
 * report that passed says so.
 */
import { type Detected, detectText, FormatRefusal } from '../../formats/index.ts';
import type { PdfAttachment, PdfReason } from '../../platform/pdf/index.ts';
import type { Inquiry } from './inquiry.ts';
import { failed, notChecked } from './report.ts';
import type { Check } from './verification.schema.ts';

type DetectedDocument = Extract<Detected, { kind: 'document' }>;

export async function openPdf(
  { readPdf }: Pick<Inquiry, 'readPdf'>,
  bytes: Uint8Array,
): Promise<DetectedDocument | { readonly kind: 'refused'; readonly check: Check }> {
  const reading = await readPdf(bytes);
  if (!reading.read) return refuse(sayUnread(reading.because));
  const { attachments } = reading;
  if (attachments.length === 0) return refuse(failed('readable', 'no-attachment'));
  const found = attachments.map(detect);
  const documents = found.filter((one) => one?.kind === 'document');
  const [document] = documents;
  const [broken] = found.filter((one) => one?.kind === 'broken');
  // Which of two a person means is not for a program to choose.
  if (documents.length > 1)
    return refuse(failed('readable', 'several-credentials', { count: documents.length }));
  if (document) return document;
  if (broken) return refuse(failed('readable', 'malformed', { cause: broken.cause, container: 'pdf' }));
  return refuse(
    failed('readable', 'no-credential-attached', { attachments: attachments.map(({ name }) => name) }),
  );
}

function refuse(check: Check): { readonly kind: 'refused'; readonly check: Check } {
  return { kind: 'refused', check };
}

/** A broken file is broken; a locked or an enormous one may be in order, and we cannot say. */
function sayUnread(because: PdfReason): Check {
  if (because === 'malformed') return failed('readable', 'malformed', { cause: 'pdf-malformed' });
  return notChecked('readable', because === 'encrypted' ? 'pdf-encrypted' : 'pdf-too-complex', {
    cause: because,
  });
}

type Broken = { readonly kind: 'broken'; readonly cause: string };

/** Undefined for a file that is something else, as a dossier may hold. */
function detect({ name, mediaType, bytes }: PdfAttachment): DetectedDocument | Broken | undefined {
  try {
    const detected = detectText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'pdf');
    return detected.kind === 'document' && detected.format !== 'unknown' ? detected : undefined;
  } catch (error) {
    if (!(error instanceof FormatRefusal || error instanceof TypeError)) throw error;
    const claims = name === 'credential.json' || mediaType === 'application/vc';
    return claims
      ? { kind: 'broken', cause: error instanceof FormatRefusal ? error.reason : 'not-utf-8' }
      : undefined;
  }
}

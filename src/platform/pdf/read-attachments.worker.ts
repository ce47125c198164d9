/**
 * The thread that reads a PDF of a stranger. The library gives the objects; which of them are files, how many there
 * may be and what each may unpack to is decided here.
 */
import { constants, inflateSync } from 'node:zlib';
import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { answerQuestions } from '../workers/index.ts';

export type PdfAttachment = {
  readonly name: string;
  /** As the file says; nobody has checked it. */
  readonly mediaType: string | undefined;
  readonly bytes: Uint8Array;
};

export type PdfReading =
  | { readonly read: true; readonly attachments: readonly PdfAttachment[] }
  | { readonly read: false; readonly because: PdfReason };

export type PdfReason =
  | 'malformed'
  | 'encrypted'
  | 'too-many-attachments'
  | 'attachment-too-large'
  | 'too-complex';

/** A certificate has one; an honest dossier a few. */
const MOST_ATTACHMENTS = 16;
/** As large as a credential may be that is handed in by itself. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Of the tree of names: ten levels hold more than any file can. */
const DEEPEST = 10;

class Refusal extends Error {
  readonly because: PdfReason;

  constructor(because: PdfReason) {
    super(because);
    this.because = because;
  }
}

// The library tells the console of every oddity; a file of oddities must not fill a log.
for (const method of ['warn', 'error', 'log', 'info'] as const) console[method] = () => {};
answerQuestions(readAttachments);

async function readAttachments(bytes: Uint8Array): Promise<PdfReading> {
  try {
    const document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (document.isEncrypted) return { read: false, because: 'encrypted' };
    return {
      read: true,
      attachments: listFiles(document).flatMap((file) => openFile(document.context, file)),
    };
  } catch (error) {
    // Whatever else a parser throws at a broken file is the file's fault.
    return { read: false, because: error instanceof Refusal ? error.because : 'malformed' };
  }
}

/** By name (ISO 32000-1, 7.7.4) and as associated files (ISO 32000-2, 14.13); each once. */
function listFiles({ catalog, context }: PDFDocument): PDFDict[] {
  const found = new Set<PDFObject>();
  const add = (object: PDFObject | undefined) => {
    const file = object instanceof PDFRef ? context.lookup(object) : object;
    if (file instanceof PDFDict) found.add(file);
    if (found.size > MOST_ATTACHMENTS) throw new Refusal('too-many-attachments');
  };
  const names = memberOf(context, catalog, 'Names');
  const tree = names instanceof PDFDict ? memberOf(context, names, 'EmbeddedFiles') : undefined;
  walk(context, tree, { add, seen: new Set(), depth: 0 });
  const associated = memberOf(context, catalog, 'AF');
  if (associated instanceof PDFArray) for (const entry of firstOf(associated)) add(entry);
  return [...found].filter((file) => file instanceof PDFDict);
}

type Walk = {
  readonly add: (object: PDFObject | undefined) => void;
  readonly seen: Set<PDFObject>;
  readonly depth: number;
};

function walk(context: PDFContext, node: PDFObject | undefined, { add, seen, depth }: Walk): void {
  if (!(node instanceof PDFDict) || seen.has(node)) return;
  if (depth > DEEPEST) throw new Refusal('too-complex');
  seen.add(node);
  const pairs = memberOf(context, node, 'Names');
  // A name, and what it names, by turns.
  if (pairs instanceof PDFArray)
    for (const [at, entry] of firstOf(pairs).entries()) if (at % 2 === 1) add(entry);
  const kids = memberOf(context, node, 'Kids');
  if (!(kids instanceof PDFArray)) return;
  for (const kid of firstOf(kids))
    walk(context, kid instanceof PDFRef ? context.lookup(kid) : kid, { add, seen, depth: depth + 1 });
}

/** Enough to notice that there are too many. */
function firstOf(array: PDFArray): PDFObject[] {
  return Array.from({ length: Math.min(array.size(), 4 * MOST_ATTACHMENTS) }, (_, at) => array.get(at));
}

function memberOf(context: PDFContext, dict: PDFDict, name: string): PDFObject | undefined {
  const value = dict.get(PDFName.of(name));
  return value instanceof PDFRef ? context.lookup(value) : value;
}

/** Undecodable ones are left out: they may be of a kind that is none of our business. */
function openFile(context: PDFContext, file: PDFDict): PdfAttachment[] {
  const versions = memberOf(context, file, 'EF');
  if (!(versions instanceof PDFDict)) return [];
  const stream = memberOf(context, versions, 'UF') ?? memberOf(context, versions, 'F');
  if (!(stream instanceof PDFRawStream)) return [];
  const bytes = unpack(context, stream);
  if (!bytes) return [];
  const type = memberOf(context, stream.dict, 'Subtype');
  return [
    {
      name: textOf(memberOf(context, file, 'UF')) ?? textOf(memberOf(context, file, 'F')) ?? '',
      mediaType: type instanceof PDFName ? type.decodeText() : undefined,
      bytes,
    },
  ];
}

function unpack(context: PDFContext, { dict, contents }: PDFRawStream): Uint8Array | undefined {
  const filter = memberOf(context, dict, 'Filter');
  const filters = filter instanceof PDFArray ? firstOf(filter) : filter === undefined ? [] : [filter];
  if (filters.length === 0) return limit(contents);
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return undefined;
  try {
    const options = { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
    return new Uint8Array(inflateSync(contents, options));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('attachment-too-large');
    throw new Refusal('malformed');
  }
}

function limit(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MOST_BYTES) throw new Refusal('attachment-too-large');
  return Uint8Array.from(bytes);
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

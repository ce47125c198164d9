/**
 * Badges inside PNG pictures ("Baking"): one uncompressed iTXt chunk, before the end. The reader also takes
 * compressed ones and the tEXt with a URL that the first Open Badges used.
 */
import { decodeUtf8, encodeUtf8, joinBytes } from '../bytes.ts';
import type { Compression } from '../format.ts';
import { FormatRefusal } from '../refusal.ts';
import { type PngChunk, readChunks, writeChunks } from './png-chunks.ts';

export type BakingKeyword = 'openbadgecredential' | 'openbadges';

export type Baked = { readonly keyword: BakingKeyword; readonly text: string };

/** A badge of this size does not exist; a compressed text that unpacks to more is an attack. */
const MAX_TEXT_BYTES = 2_000_000;

/** Newest first: where a picture carries both, the signed credential counts. */
const keywords: readonly BakingKeyword[] = ['openbadgecredential', 'openbadges'];

/** Replaces what was baked under the same keyword; at most one may be there. */
export function bakePng(png: Uint8Array, { keyword, text }: Baked): Uint8Array {
  const others = readChunks(png).filter((chunk) => keywordOf(chunk) !== keyword);
  const end = others.findIndex(({ type }) => type === 'IEND');
  return writeChunks([...others.slice(0, end), composeText(keyword, text), ...others.slice(end)]);
}

/** Undefined when nothing is baked in; `baked-twice` when it cannot be told which of two is meant. */
export async function readPng(
  { inflate }: Pick<Compression, 'inflate'>,
  png: Uint8Array,
): Promise<Baked | undefined> {
  const chunks = readChunks(png);
  for (const keyword of keywords) {
    const [chunk, ...more] = chunks.filter((one) => keywordOf(one) === keyword);
    if (more.length > 0) throw new FormatRefusal('baked-twice', keyword);
    if (chunk) return { keyword, text: await readText(inflate, chunk) };
  }
  return undefined;
}

/** iTXt: keyword, NUL, compressed?, method, language, NUL, translated keyword, NUL, text. */
function composeText(keyword: BakingKeyword, text: string): PngChunk {
  return { type: 'iTXt', data: joinBytes(encodeUtf8(keyword), new Uint8Array(5), encodeUtf8(text)) };
}

function keywordOf({ type, data }: PngChunk): BakingKeyword | undefined {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined;
  const keyword = decodeUtf8(data.subarray(0, data.indexOf(0)));
  return keywords.find((one) => one === keyword);
}

async function readText(inflate: Compression['inflate'], { type, data }: PngChunk): Promise<string> {
  const rest = data.subarray(data.indexOf(0) + 1);
  if (type === 'tEXt') return decodeText(rest);
  if (type === 'zTXt') return decodeText(await unpack(inflate, rest.subarray(1)));
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  const [compressed, method] = rest;
  if (translated === -1 || method !== 0) throw new FormatRefusal('png-malformed', 'iTXt');
  const content = rest.subarray(translated + 1);
  return decodeText(compressed === 1 ? await unpack(inflate, content) : content);
}

async function unpack(inflate: Compression['inflate'], bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await inflate(bytes, MAX_TEXT_BYTES);
  } catch (cause) {
    throw new FormatRefusal('text-too-large', 'compressed text', { cause });
  }
}

function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) throw new FormatRefusal('text-too-large');
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new FormatRefusal('png-malformed', 'text is not UTF-8');
  return text;
}

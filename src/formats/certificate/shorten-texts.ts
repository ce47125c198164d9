/** A rule for texts that must share a space: nobody loses a letter to a text that is longer than their own. */
import { encodeUtf8 } from '../bytes.ts';
import { FormatRefusal } from '../refusal.ts';

const ELLIPSIS = '…';
/** Less than this says nothing any more. */
const LEAST = 24;

/**
 * Texts that, written as JSON in UTF-8, together take at most that many bytes. There is one highest length that lets
 * all fit; what is longer ends there, between two letters as people see them, with an ellipsis.
 */
export function shortenTexts(texts: readonly string[], bytes: number): readonly string[] {
  const sizes = texts.map(sizeOf);
  if (sum(sizes) <= bytes) return texts;
  const level = findLevel(sizes, bytes);
  if (level < LEAST) throw new FormatRefusal('text-too-large', `${bytes} bytes for ${texts.length} texts`);
  return texts.map((text, at) => ((sizes[at] ?? 0) <= level ? text : cut(text, level)));
}

function findLevel(sizes: readonly number[], bytes: number): number {
  let [low, high] = [0, Math.max(...sizes)];
  while (low < high) {
    const level = Math.ceil((low + high) / 2);
    if (sum(sizes.map((size) => Math.min(size, level))) <= bytes) low = level;
    else high = level - 1;
  }
  return low;
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

function cut(text: string, bytes: number): string {
  const room = bytes - sizeOf(ELLIPSIS);
  let kept = '';
  let size = 0;
  for (const { segment } of letters.segment(text)) {
    size += sizeOf(segment);
    if (size > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Without its quotation marks. */
function sizeOf(text: string): number {
  return encodeUtf8(JSON.stringify(text)).length - 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How words are compared: without capitals and accents, each by its beginning. Pure. */

/** Letters that Unicode does not decompose, though people type them without their stroke. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđðþßæœıς]/g, (letter) => PLAIN[letter] ?? letter);
}

export function foldWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every word once, each with a space before it, so that ` land%` finds the beginnings of words. */
export function composeSearchText(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(foldWords))].map((word) => ` ${word}`).join('');
}

const MAX_WORDS = 12;

/** One pattern per word that was typed. Words hold letters and digits only, so nothing needs escaping. */
export function composePatterns(typed: string): string[] {
  return foldWords(typed)
    .slice(0, MAX_WORDS)
    .map((word) => `% ${word}%`);
}

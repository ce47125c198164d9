/** A sentence as words in lower case, each with whether a comma follows it. */
export type Token = { readonly word: string; readonly comma: boolean };

/** Bullets, numbers and labels such as `LO1:` before a sentence are not part of it. */
const LABEL =
  /^[\s\-–—•*·"“‘']*((lo|lu|leeruitkomst|leerdoel|outcome|learning outcome)?\s*\d+(\.\d+)*\s*[.):-]\s*)?/;

export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(LABEL, '')
    .trim();
}

export function tokenise(sentence: string): Token[] {
  return [...sentence.matchAll(/([\p{L}\p{N}][\p{L}\p{N}'’/-]*)([,;:]?)/gu)].map(([, word = '', mark]) => ({
    word,
    comma: mark !== '',
  }));
}

/** Strips what fits at the beginning, again and again until nothing does. */
export function stripAll(sentence: string, stems: readonly RegExp[]): string {
  const next = stems.reduce((rest, stem) => rest.replace(stem, ''), sentence).trimStart();
  return next === sentence || next === '' ? sentence : stripAll(next, stems);
}

/** A list in a table, written as running words. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

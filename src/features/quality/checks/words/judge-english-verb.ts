/** The verb of an outcome in English is the first one after the stem; words in the object are not looked at. */
import {
  ADVERBS,
  LY_VERBS,
  NOUN_ENDING,
  NOUN_HEADS,
  OBJECT_STARTS,
  OBSERVABLE,
  STEMS,
  UNOBSERVABLE,
} from './english-verbs.ts';
import type { VerbFault } from './table.ts';
import { normalise, stripAll, type Token, tokenise } from './tokens.ts';

export function judgeEnglishVerb(text: string, more: readonly string[]): VerbFault | undefined {
  const rest = skipAdverbs(stripAll(normalise(text), STEMS));
  const tokens = tokenise(rest);
  const [head] = tokens;
  if (!head) return undefined;
  const shown = findUnobservable(rest) ?? (more.includes(head.word) ? head.word : undefined);
  if (shown !== undefined)
    return joinsObservable(tokens) ? undefined : { reason: 'outcome-verb-unobservable', verb: shown };
  if (isObservable(head.word)) return undefined;
  if (NOUN_HEADS.some((noun) => noun.test(rest)) || NOUN_ENDING.test(head.word))
    return { reason: 'outcome-without-verb' };
  return undefined;
}

function findUnobservable(rest: string): string | undefined {
  for (const pattern of UNOBSERVABLE) {
    const found = pattern.exec(rest)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function skipAdverbs(rest: string): string {
  const [head = ''] = rest.split(/[\s,]+/, 1);
  const isAdverb = ADVERBS.has(head) || (/.{2}ly$/.test(head) && !LY_VERBS.has(head));
  const next = rest.slice(head.length).replace(/^[\s,]*(?:(?:and|but|or)\s+(?=\S+ly\b))?/, '');
  return isAdverb && next !== '' ? skipAdverbs(next) : rest;
}

/** "Understand and apply", "knows the rules and explains them": an observable verb carries the sentence. */
function joinsObservable(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    if (at === 0 || !(isJoin(tokens[at - 1]) && isObservable(word))) return false;
    const next = tokens[at + 1];
    return isDirect(tokens.slice(1, at)) || (next !== undefined && OBJECT_STARTS.has(next.word));
  });
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'or', 'then', 'also', 'critically']);

function isJoin(token: Token | undefined): boolean {
  return token !== undefined && (token.comma || CONJUNCTIONS.has(token.word));
}

/** Nothing but other verbs of the mind and their joins stands between. */
function isDirect(between: readonly Token[]): boolean {
  return between.every(({ word }) => CONJUNCTIONS.has(word) || findUnobservable(word) !== undefined);
}

function isObservable(word: string): boolean {
  return [
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/ed$/, ''),
    word.replace(/ed$/, 'e'),
    word.replace(/ied$/, 'y'),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    word.replace(/(.)\1ing$/, '$1'),
    word.replace(/(.)\1ed$/, '$1'),
    word.replace(/^(?:re|co|pre)-?/, ''),
  ].some((form) => OBSERVABLE.has(form));
}

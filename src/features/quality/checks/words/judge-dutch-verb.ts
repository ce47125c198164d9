/**
 * The verb of an outcome in Dutch: finite at the beginning ("Begrijpt de theorie", "De deelnemer past … toe"), or an
 * infinitive at the end of its clause ("De deelnemer kan een plan opstellen"). Verbs in the object are not looked at.
 */
import {
  ADVERBS,
  INFINITIVE_STEMS,
  INVERTED,
  NOUN_HEADS,
  OBJECT_STARTS,
  OBSERVABLE_FINITE,
  OBSERVABLE_INFINITIVES,
  STEMS,
  SUBCLAUSE,
  UNOBSERVABLE,
  UNOBSERVABLE_GROUPS,
  UNOBSERVABLE_INFINITIVES,
} from './dutch-verbs.ts';
import type { VerbFault } from './table.ts';
import { normalise, stripAll, type Token, tokenise } from './tokens.ts';

export function judgeDutchVerb(text: string, more: readonly string[]): VerbFault | undefined {
  const plain = stripAll(normalise(text).replace(INVERTED, '$1 '), STEMS);
  const clause = stripAll(plain, INFINITIVE_STEMS);
  const rest = skipAdverbs(clause);
  const isInfinitive = clause !== plain || STARTS_AS_OBJECT.test(rest);
  if (isInfinitive) return judgeInfinitive(rest, more);
  const tokens = tokenise(rest);
  const shown = findFinite(rest) ?? more.find((word) => word === tokens[0]?.word);
  if (shown === undefined) return judgeNounHead(rest);
  return joinsObservable(tokens) ? undefined : { reason: 'outcome-verb-unobservable', verb: shown };
}

/** "Een plan opstellen", "Het belang van … inzien": no finite verb, so the infinitive is sought. */
const STARTS_AS_OBJECT = /^(?:een|het|de|zijn|haar|hun|eigen|diverse|verschillende|complexe|deze|dit)\s/;

function judgeInfinitive(rest: string, more: readonly string[]): VerbFault | undefined {
  const clause = mainClause(tokenise(rest));
  if (clause.some((_, at) => isVerb(clause, at, OBSERVABLE_INFINITIVES))) return undefined;
  const group = UNOBSERVABLE_GROUPS.map((one) => one.exec(rest)?.[1]).find((found) => found !== undefined);
  const at = clause.findIndex(
    ({ word }, index) => isVerb(clause, index, UNOBSERVABLE_INFINITIVES) || more.includes(word),
  );
  const verb = group ?? clause[at]?.word;
  return verb === undefined ? judgeNounHead(rest) : { reason: 'outcome-verb-unobservable', verb };
}

function judgeNounHead(rest: string): VerbFault | undefined {
  if (!NOUN_HEADS.some((noun) => noun.test(rest))) return undefined;
  const tokens = tokenise(rest);
  // "Kennis van het vak overdragen" says what someone does after all.
  return tokens.some((_, at) => isVerb(tokens, at, OBSERVABLE_INFINITIVES))
    ? undefined
    : { reason: 'outcome-without-verb' };
}

function findFinite(rest: string): string | undefined {
  for (const pattern of UNOBSERVABLE) {
    const found = pattern.exec(rest)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function mainClause(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }, index) => index > 0 && SUBCLAUSE.has(word));
  return at === -1 ? tokens : tokens.slice(0, at);
}

const ARTICLES: ReadonlySet<string> = new Set([
  'het',
  'van',
  'bij',
  'voor',
  'tot',
  'door',
  'tijdens',
  'na',
  'in',
  'over',
  'om',
]);

/** An infinitive that is a thing ("het leren van", "van samenwerken") or serves another verb ("om te") does not count. */
function isVerb(tokens: readonly Token[], at: number, verbs: ReadonlySet<string>): boolean {
  const [before, token, after] = [tokens[at - 1]?.word, tokens[at]?.word, tokens[at + 1]?.word];
  if (token === undefined || !verbs.has(token)) return false;
  if (before === undefined) return true;
  if (before === 'het' && after === 'van') return false;
  return before === 'het' ? at === 1 || !after : !ARTICLES.has(before);
}

/** "Begrijpt de theorie en past deze toe", "kent, begrijpt en gebruikt": an observable verb carries the sentence. */
function joinsObservable(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    const before = tokens[at - 1];
    if (!before || !(before.comma || CONJUNCTIONS.has(before.word)) || !OBSERVABLE_FINITE.has(word))
      return OBSERVABLE_INFINITIVES.has(word) && before?.word === 'en' && at <= 2;
    const next = tokens[at + 1];
    return isDirect(tokens.slice(1, at)) || (next !== undefined && OBJECT_STARTS.has(next.word));
  });
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(['en', 'of', 'vervolgens', 'daarna']);

function isDirect(between: readonly Token[]): boolean {
  return between.every(({ word }) => CONJUNCTIONS.has(word) || findFinite(word) !== undefined);
}

function skipAdverbs(rest: string): string {
  const [head = ''] = rest.split(/[\s,]+/, 1);
  const next = rest.slice(head.length).replace(/^[\s,]*(?:en\s+(?=\S+\s))?/, '');
  return ADVERBS.has(head) && next !== '' ? skipAdverbs(next) : rest;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from './bytes.ts';
import { canonicalizeJson } from './jcs.ts';
import { parseJson } from './json.ts';
import { type FormatReason, FormatRefusal } from './refusal.ts';

function reasonOf(text: string): FormatReason | 'accepted' {
  try {
    parseJson(text);
    return 'accepted';
  } catch (cause) {
    if (cause instanceof FormatRefusal) return cause.reason;
    throw cause;
  }
}

const space = fc.constantFrom('', ' ', '\n', '\r\n\t ');
/** Of the signs that could lead a reader astray. */
const words = fc.string({ unit: fc.constantFrom('a', '"', ':', '\\', '{', '}', ',', ' ', 'é', '\n') });
type Tree = string | number | readonly Tree[] | { readonly [name: string]: Tree };

/** With an object around, so that there always is one. */
function tree(): fc.Arbitrary<Tree> {
  const { any } = fc.letrec<{ any: Tree }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.integer(),
      // JSON has no zero below zero.
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(words, tie('any'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return fc.record({ a: any });
}

function countObjects(value: Tree): number {
  if (typeof value !== 'object') return 0;
  const inside = Object.values(value).reduce((count: number, one: Tree) => count + countObjects(one), 0);
  return inside + (Array.isArray(value) ? 0 : 1);
}

type Writing = {
  readonly spaceAt: (at: number) => string;
  /** The object that says its first member twice. */
  readonly doubleIn: number;
  at: number;
  objects: number;
};

function write(value: Tree, writing: Writing): string {
  const gap = () => {
    writing.at += 1;
    return writing.spaceAt(writing.at);
  };
  const surround = (text: string) => `${gap()}${text}${gap()}`;
  if (typeof value !== 'object') return surround(JSON.stringify(value));
  if (Array.isArray(value)) return surround(`[${value.map((item) => write(item, writing)).join(',')}]`);
  const isDouble = writing.objects === writing.doubleIn;
  writing.objects += 1;
  const members = Object.entries(value);
  const all = isDouble ? [...members, ...members.slice(0, 1)] : members;
  const texts = all.map(([name, member]) => `${surround(JSON.stringify(name))}:${write(member, writing)}`);
  return surround(`{${texts.join(',')}}`);
}

describe('JSON from strangers', () => {
  it('is read as it was meant, when it is unambiguous', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(text.isWellFormed() && !/__proto__|constructor|prototype|\\ud[89a-f]/i.test(text));
        // Held against the text: the engine's own reader misreads short names with an escape.
        expect(JSON.stringify(parseJson(text))).toBe(text);
      }),
    );
  });

  it('keeps apart short names with an escape, which the engine mixes up when it has read others like them', () => {
    const names = ['}', '\n', '"', '\\', 'é\b', 'é"', '\t'];
    const texts = names.flatMap((one) =>
      names.map((other) => JSON.stringify({ a: { [one]: 0, [other]: 1 } })),
    );
    for (const text of [...texts, ...texts]) expect(JSON.stringify(parseJson(text))).toBe(text);
  });

  it('accepts no text that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.nat(), (noise, value, at) => {
        const text = JSON.stringify(value);
        const broken = text.slice(0, at % (text.length + 1)) + noise + text.slice(at % (text.length + 1));
        if (reasonOf(broken) === 'accepted') expect(() => JSON.parse(broken)).not.toThrow();
      }),
    );
  });

  it('sees two members of one name, however the text around them is written', () => {
    fc.assert(
      fc.property(tree(), fc.func(space), fc.nat(), fc.boolean(), (value, spaceAt, chosen, isDouble) => {
        const objects = countObjects(value);
        const text = write(value, { spaceAt, at: 0, objects: 0, doubleIn: isDouble ? chosen % objects : -1 });
        expect(reasonOf(text)).toBe(isDouble ? 'json-duplicate-key' : 'accepted');
        if (!isDouble) expect(parseJson(text)).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, string, FormatReason]>([
    ['two members of one name', '{"a":1,"a":2}', 'json-duplicate-key'],
    [
      'two members of one name, of which the second is written short',
      '{"a":1,"a":1e8}',
      'json-duplicate-key',
    ],
    ['the same with a fraction', '{"a":1,"a":[1e-5,1e-5]}', 'json-duplicate-key'],
    ['the same with thousands', '{"a":{},"a":[{"b":7e8},2e3]}', 'json-duplicate-key'],
    ['one name in two spellings', '{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['a name that reaches the prototype', '{"__proto__":{"admin":true}}', 'json-forbidden-key'],
    ['half a surrogate pair', '{"a":"\\ud800"}', 'json-lone-surrogate'],
    ['half a surrogate pair as it stands', '{"a":"\ud800"}', 'json-lone-surrogate'],
    ['more levels than a credential has', `${'['.repeat(40)}${']'.repeat(40)}`, 'json-too-deep'],
    ['more values than a credential has', `[${'1,'.repeat(10_000)}1]`, 'json-too-many-nodes'],
    ['more text than a credential has', `"${'a'.repeat(2_000_001)}"`, 'json-too-large'],
    ['a number without end', '1e999', 'json-number-out-of-range'],
    ['something after the end', '{} {}', 'json-malformed'],
    ['a comma too many', '[1,]', 'json-malformed'],
    ['a literal that is not one', 'nul', 'json-malformed'],
    ['a control character', '"\u0001"', 'json-malformed'],
    ['nothing', '', 'json-malformed'],
  ])('refuses %s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('gives the bytes of the example in section 3.2', () => {
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(decodeUtf8(canonicalizeJson(parseJson(text)))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders members by UTF-16 code units (section 3.2.3)', () => {
    const members = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
    };
    expect(Object.values(JSON.parse(decodeUtf8(canonicalizeJson(members)) ?? ''))).toHaveLength(7);
    expect(decodeUtf8(canonicalizeJson(members))?.match(/:(\d)/g)?.join('')).toBe(':2:4:6:7:1:5:3');
  });

  it('writes every text as ECMAScript does, and half a surrogate pair not at all (section 3.2.2.2)', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), (text) => {
        expect(decodeUtf8(canonicalizeJson({ [text]: [text, [], {}] }))).toBe(
          JSON.stringify({ [text]: [text, [], {}] }),
        );
      }),
    );
    for (const half of ['\ud800', 'a\udfff'])
      for (const value of [half, { [half]: 1 }, [half]])
        expect(() => canonicalizeJson(value)).toThrow(new FormatRefusal('json-lone-surrogate'));
  });

  it('refuses a number that JSON has no word for', () => {
    expect(() => canonicalizeJson({ a: Number.NaN })).toThrow(FormatRefusal);
  });
});

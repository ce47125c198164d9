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

describe('JSON from strangers', () => {
  it('is read as JSON.parse reads it, when it is unambiguous', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(text.isWellFormed() && !/__proto__|constructor|prototype|\\ud[89a-f]/i.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
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

  it.each<[string, string, FormatReason]>([
    ['two members of one name', '{"a":1,"a":2}', 'json-duplicate-key'],
    ['one name in two spellings', '{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['a name that reaches the prototype', '{"__proto__":{"admin":true}}', 'json-forbidden-key'],
    ['half a surrogate pair', '{"a":"\\ud800"}', 'json-lone-surrogate'],
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

  it('refuses a number that JSON has no word for', () => {
    expect(() => canonicalizeJson({ a: Number.NaN })).toThrow(FormatRefusal);
  });
});

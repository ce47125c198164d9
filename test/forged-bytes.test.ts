/**
 * Ten thousand times one byte of what was signed is another, with our own register, lists and keys at hand: none is
 * verified. What is written otherwise and says the same, as white space in JSON does, is no forgery.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyPng } from '../src/formats/baking/tiny-png.ts';
import { secureCertificate, stateCertificate } from '../src/formats/certificate/index.ts';
import { bakePng, bakeSvg, canonicalizeJson, parseJsonObject } from '../src/formats/index.ts';
import { openSetting, type Setting } from './forgeries/setting.ts';

const RUNS = 10_000;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting?.close());

type Signed = {
  readonly name: string;
  readonly text: string;
  /** Around the bytes that were signed, which alone are changed. */
  readonly carry: (bytes: Uint8Array) => Uint8Array;
};

async function listSigned(): Promise<readonly Signed[]> {
  // Hosted badges are not signed, and a base proof is its holder's.
  const { 'ob2-hosted': _hosted, 'ob3-ecdsa-sd': _base, ...files } = setting.honest;
  const bare = Object.entries(files).map(([name, text]) => ({
    name,
    text,
    carry: (bytes: Uint8Array) => bytes,
  }));
  const json = files['ob3-data-integrity'];
  const statement = stateCertificate(parseJsonObject(json), new Uint8Array(32));
  const code = (await secureCertificate(statement, setting.own.p256)).split('#')[1] ?? '';
  const inPng = (bytes: Uint8Array) =>
    bakePng(tinyPng, { keyword: 'openbadgecredential', text: Buffer.from(bytes).toString() });
  const inSvg = (bytes: Uint8Array) =>
    Buffer.from(bakeSvg(SVG, { keyword: 'openbadgecredential', text: Buffer.from(bytes).toString() }));
  return [
    ...bare,
    { name: 'code', text: code, carry: (bytes) => bytes },
    { name: 'png', text: json, carry: inPng },
    { name: 'svg', text: files['ob3-jwt'], carry: inSvg },
  ];
}

test('a single byte is never another', async () => {
  const signed = await listSigned();
  for (const { name, text, carry } of signed)
    expect((await setting.ask(carry(Buffer.from(text)))).verdict, name).toBe('verified');
  const mutation = fc.record({
    which: fc.nat({ max: signed.length - 1 }),
    at: fc.nat({ max: 1_000_000 }),
    byte: fc.oneof(
      fc.constantFrom(...Buffer.from('0123456789abcdefABCDEFuzZ_-.:/#,"{}[] ')),
      fc.integer({ min: 0, max: 255 }),
    ),
  });
  const passed: string[] = [];
  let tried = 0;
  for (const { which, at, byte } of fc.sample(mutation, { numRuns: RUNS * 1.1, seed: 20_261_122 })) {
    const one = signed[which];
    if (!one || tried === RUNS) continue;
    const bytes = Buffer.from(one.text);
    bytes[at % bytes.length] = byte;
    if (saysTheSame(one.text, bytes)) continue;
    tried += 1;
    const { verdict } = await setting.ask(one.carry(bytes));
    if (verdict === 'verified') passed.push(`${one.name}: ${byte} at ${at % bytes.length}`);
  }
  expect(passed).toEqual([]);
  expect(tried).toBe(RUNS);
}, 300_000);

function saysTheSame(text: string, changed: Buffer): boolean {
  if (Buffer.from(text).equals(changed)) return true;
  const [one, other] = [text, changed.toString()].map(readJson);
  return one !== undefined && one === other;
}

function readJson(text: string): string | undefined {
  try {
    return new TextDecoder().decode(canonicalizeJson(parseJsonObject(text)));
  } catch {
    return undefined;
  }
}

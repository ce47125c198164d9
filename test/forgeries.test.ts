/**
 * Whatever somebody makes of what others signed, with the keys of others or with none: it is never `verified`. The
 * table has a sentence for each; every one of them is asked with our own register, lists and keys at hand.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgeContainers } from './forgeries/containers.ts';
import { forgeDocuments, forgeProofs } from './forgeries/data-integrity.ts';
import { forgeOlder } from './forgeries/older.ts';
import { type Forgery, openSetting, type Setting } from './forgeries/setting.ts';
import { forgeStatuses, nameList } from './forgeries/status.ts';
import { forgeCertificates, forgeTokens } from './forgeries/tokens.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting?.close());

describe('what was not forged', () => {
  test('is verified in every format, so that a refusal below is for the forgery', async () => {
    const { 'ob3-ecdsa-sd': _forItsHolder, ...files } = setting.honest;
    for (const [format, file] of Object.entries(files)) {
      const report = await setting.ask(file);
      expect(report.verdict, `${format} ${JSON.stringify(report.checks)}`).toBe('verified');
    }
  });

  test('is verified with a list that stands elsewhere and is in order', async () => {
    const { file, web } = await nameList(setting);
    const report = await setting.ask(file, web);
    expect(report.verdict, JSON.stringify(report.checks)).toBe('verified');
  });
});

describe('forged', () => {
  const tables: readonly (readonly [what: string, forge: (setting: Setting) => Forgery[], least: number])[] =
    [
      ['a proof', forgeProofs, 40],
      ['what was signed', forgeDocuments, 50],
      ['a status', forgeStatuses, 35],
      ['a token', forgeTokens, 55],
      ['the code of a certificate', forgeCertificates, 12],
      ['an older badge', forgeOlder, 25],
      ['a container', forgeContainers, 14],
    ];
  test.each(tables)('%s is never verified', async (_what, forge, least) => {
    const forgeries = forge(setting);
    expect(forgeries.length).toBeGreaterThanOrEqual(least);
    expect(new Set(forgeries.map(([name]) => name)).size).toBe(forgeries.length);
    const passed: string[] = [];
    for (const [name, make] of forgeries) {
      const made = await make();
      const { file, web } = typeof made === 'string' || made instanceof Uint8Array ? { file: made } : made;
      const report = await setting.ask(file, web);
      expect(report.checks.length, name).toBeGreaterThan(0);
      if (report.verdict === 'verified') passed.push(name);
    }
    expect(passed).toEqual([]);
  });
});

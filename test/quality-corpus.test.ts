/** What the checks are worth: designs with a known flaw, and sound ones, made by someone who did not see the checks. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CORPUS, judgeCorpus, measureCorpus, THRESHOLDS } from '../scripts/quality-corpus.ts';
import { soundDesign } from '../src/features/quality/testing.ts';

describe('the corpus of designs', () => {
  const report = judgeCorpus(CORPUS);

  test('is there, with flawed and with sound designs', () => {
    expect(report.flawed.length).toBeGreaterThan(0);
    expect(report.sound.length).toBeGreaterThan(0);
  });

  test('can be judged, every file of it', () => {
    const unread = [...report.flawed, ...report.sound].filter(({ detail }) => detail.startsWith('cannot'));
    expect(unread.map(({ file, detail }) => `${file}: ${detail}`)).toEqual([]);
  });

  test('shows that flaws are found and that sound designs are left alone', () => {
    const { shareFound, shareAlarmed } = measureCorpus(report);
    expect(shareFound).toBeGreaterThanOrEqual(THRESHOLDS.found);
    expect(shareAlarmed).toBeLessThanOrEqual(THRESHOLDS.falseAlarms);
  });
});

describe('judging a corpus', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    for (const kind of ['sound', 'flawed']) mkdirSync(join(folder, kind));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const { pack: _, ...sound } = soundDesign;
  const write = (path: string, file: object) =>
    writeFileSync(
      join(folder, path),
      JSON.stringify({ name: path, about: 'a test', pack: 'rug-mc@2026', ...sound, ...file }),
    );

  test('tells what was found, what was missed and where an alarm is false', () => {
    const untitled = { content: { ...sound.content, title: {} } };
    write('sound/1.json', {});
    write('flawed/1.json', { ...untitled, criterion: 'EU-2' });
    write('flawed/2.json', { criterion: 'EU-2' });
    const report = judgeCorpus(folder);
    expect(report.sound.map(({ detail }) => detail)).toEqual(['no alarm']);
    expect(report.flawed.map(({ detail }) => detail)).toEqual(['found EU-2', 'missed EU-2']);
    expect(measureCorpus(report)).toMatchObject({
      found: 1,
      alarmed: 0,
      shareFound: 0.5,
      isGoodEnough: false,
    });

    rmSync(join(folder, 'flawed/2.json'));
    expect(measureCorpus(judgeCorpus(folder)).isGoodEnough).toBe(true);
    cpSync(join(folder, 'flawed/1.json'), join(folder, 'sound/2.json'));
    expect(measureCorpus(judgeCorpus(folder))).toMatchObject({
      alarmed: 1,
      shareAlarmed: 0.5,
      isGoodEnough: false,
    });
  });

  test('counts a file that cannot be read, and a corpus that is empty, against the checks', () => {
    expect(measureCorpus(judgeCorpus(folder)).isGoodEnough).toBe(false);
    write('sound/1.json', {});
    write('flawed/1.json', { pack: 'nobody@1', criterion: 'EU-2' });
    expect(judgeCorpus(folder).flawed[0]).toMatchObject({ isRight: false });
  });
});

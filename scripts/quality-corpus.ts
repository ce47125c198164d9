/**
 * Judges a corpus of designs of which it is known what is wrong with them: how much is found, how often an alarm is
 * false. `npm run quality:corpus` judges `test/corpus/designs`; its thresholds are those of `test/quality-corpus.test.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseContent } from '../src/features/designs/designs.schema.ts';
import { dossierSchema, type Finding, judgeDesign, resolvePack } from '../src/features/quality/index.ts';

export const CORPUS = join(import.meta.dirname, '..', 'test', 'corpus', 'designs');

/** Shares that the checks must reach. */
export const THRESHOLDS = { found: 0.95, falseAlarms: 0.05 } as const;

const fileSchema = z.object({
  name: z.string(),
  about: z.string(),
  /** What a flawed design fails. */
  criterion: z.string().optional(),
  pack: z.string(),
  institution: z.object({ kind: z.string(), country: z.string() }),
  on: z.iso.date(),
  similar: z.array(z.object({ title: z.string(), likeness: z.number() })).default([]),
  content: z.unknown(),
  dossier: z.unknown(),
});

export type Verdict = {
  readonly file: string;
  readonly about: string;
  readonly isRight: boolean;
  readonly detail: string;
};
export type CorpusReport = { readonly flawed: readonly Verdict[]; readonly sound: readonly Verdict[] };

export function judgeCorpus(folder: string): CorpusReport {
  return {
    flawed: listFiles(join(folder, 'flawed')).map((file) => judgeFlawed(file)),
    sound: listFiles(join(folder, 'sound')).map((file) => judgeSound(file)),
  };
}

/** Shares of flawed designs that were found, and of sound designs with a false alarm. Nothing judged is nothing found. */
export function measureCorpus({ flawed, sound }: CorpusReport) {
  const found = flawed.filter(({ isRight }) => isRight).length;
  const alarmed = sound.filter(({ isRight }) => !isRight).length;
  const shareFound = flawed.length === 0 ? 0 : found / flawed.length;
  const shareAlarmed = sound.length === 0 ? 1 : alarmed / sound.length;
  return {
    found,
    alarmed,
    shareFound,
    shareAlarmed,
    isGoodEnough: shareFound >= THRESHOLDS.found && shareAlarmed <= THRESHOLDS.falseAlarms,
  };
}

function judgeFlawed(path: string): Verdict {
  return judgeFile(path, (findings, criterion) => {
    const isRight = findings.some((finding) => finding.criterion === criterion);
    return { isRight, detail: isRight ? `found ${criterion}` : `missed ${criterion}` };
  });
}

function judgeSound(path: string): Verdict {
  return judgeFile(path, (findings) => {
    const alarms = findings.filter(({ severity }) => severity !== 'advice');
    return { isRight: alarms.length === 0, detail: alarms.map(sayFinding).join('; ') || 'no alarm' };
  });
}

function judgeFile(
  path: string,
  decide: (findings: readonly Finding[], criterion: string) => { isRight: boolean; detail: string },
): Verdict {
  const file = path.slice(path.lastIndexOf('/') + 1);
  try {
    const {
      name: _,
      about,
      criterion = '',
      pack,
      ...given
    } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const findings = judgeDesign({
      ...given,
      staff: [],
      pack: resolvePack(pack, given.on),
      content: parseContent(given.content),
      dossier: dossierSchema.parse(given.dossier),
    });
    return { file, about, ...decide(findings, criterion) };
  } catch (error) {
    // What cannot be read is judged neither found nor sound.
    return { file, about: '', isRight: false, detail: `cannot be judged: ${error}` };
  }
}

function sayFinding({ criterion, pointer, reason, values }: Finding): string {
  return `${criterion} ${pointer} ${reason}${values ? ` ${JSON.stringify(values)}` : ''}`;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function print(report: CorpusReport): void {
  for (const { file, isRight, detail, about } of [...report.flawed, ...report.sound])
    process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'}  ${file}: ${detail}${isRight ? '' : ` (${about})`}\n`);
  const { found, alarmed, shareFound, shareAlarmed } = measureCorpus(report);
  process.stdout.write(
    `found ${found} of ${report.flawed.length} (${sayShare(shareFound)}), ` +
      `false alarms ${alarmed} of ${report.sound.length} sound designs (${sayShare(shareAlarmed)})\n`,
  );
}

function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

if (import.meta.main) {
  const report = judgeCorpus(process.argv[2] ?? CORPUS);
  print(report);
  process.exitCode = measureCorpus(report).isGoodEnough ? 0 : 1;
}

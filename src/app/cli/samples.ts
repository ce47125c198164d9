import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PersonActor } from '../../features/audit/index.ts';
import { type Award, listVisibleAwards } from '../../features/awards/index.ts';
import {
  listPublicFormats,
  makeCertificate,
  readHolderDocument,
  readPublicDocument,
} from '../../features/credentials/index.ts';
import { readImageSvg } from '../../features/designs/index.ts';
import { listInstitutions } from '../../features/institutions/index.ts';
import {
  bakePng,
  bakeSvg,
  type Format,
  type FormatId,
  formats,
  listSelectableParts,
} from '../../formats/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { Problem } from '../../platform/problem.ts';
import type { Deps } from '../deps.ts';
import { BadUsage, EXIT } from './command.ts';
import { openWithJobs } from './open-house.ts';

type State = 'valid' | 'expired' | 'revoked' | 'superseded';
type Edition = 'public' | 'holder';
type Sample = {
  readonly file: string;
  readonly format: FormatId;
  readonly edition: Edition;
  readonly state: State;
  readonly expectedVerdict: 'verified' | 'failed';
};
type Read = Awaited<ReturnType<typeof readPublicDocument>>;

const STATES = ['valid', 'expired', 'revoked', 'superseded'] as const satisfies readonly State[];
const EDITIONS = ['public', 'holder'] as const satisfies readonly Edition[];
/** A hosted badge stands at its address, so only the public edition has it. */
const FORMATS = {
  public: listPublicFormats({ olderPlatforms: true }),
  holder: (Object.keys(formats) as FormatId[]).filter((id) => formats[id].keyPurpose !== undefined),
} as const satisfies Record<Edition, readonly FormatId[]>;
/** The plain ones first; every further document of an award is called by its format. */
const NAMES: Readonly<Partial<Record<FormatId, string>>> = {
  'ob3-data-integrity': 'json',
  'ob3-jwt': 'jwt',
  'ob2-hosted': 'ob2.json',
};

export async function runSamples(words: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true, options: {} });
  const [folder] = positionals;
  if (folder === undefined || positionals.length !== 1) throw new BadUsage('Name one folder.');
  const { deps, settle, close } = await openWithJobs();
  try {
    await settle();
    mkdirSync(folder, { recursive: true });
    const samples = await writeSamples(deps, folder);
    writeFileSync(join(folder, 'samples.json'), `${JSON.stringify(samples, null, 2)}\n`);
    process.stdout.write(`${samples.length} documents in ${folder}\n`);
    if (samples.length > 0) return EXIT.well;
    process.stderr.write('The database has no awards. Load the demonstration first: waarmerk seed\n');
    return EXIT.failed;
  } finally {
    await close();
  }
}

async function writeSamples(deps: Deps, folder: string): Promise<Sample[]> {
  const awards = await listStandingAwards(deps);
  const samples: Sample[] = [];
  for (const state of STATES)
    for (const edition of EDITIONS)
      for (const format of FORMATS[edition]) {
        const read = await findFirst(
          deps,
          awards.filter((award) => award.stands === state),
          edition,
          format,
        );
        if (read) samples.push(...(await write(deps, folder, read, { format, edition, state })));
      }
  return samples;
}

type Standing = { readonly award: Award; readonly stands: State };

async function listStandingAwards({ database, clock }: Deps): Promise<Standing[]> {
  const institutions = await database.asPublic(listInstitutions);
  const perInstitution = await Promise.all(
    institutions.map(async ({ id, timeZone }) => {
      const today = dayIn(timeZone, clock.now());
      const awards = await database.asWorker(id, listVisibleAwards);
      return awards
        .filter(({ state, personId }) => (state === 'claimed' || state === 'revoked') && personId !== null)
        .map((award) => ({ award, stands: sayState(award, today) }));
    }),
  );
  return perInstitution.flat();
}

function sayState(award: Award, today: string): State {
  if (award.state === 'revoked') return award.revocationReason === 'superseded' ? 'superseded' : 'revoked';
  return award.expiresOn !== null && award.expiresOn < today ? 'expired' : 'valid';
}

async function findFirst(
  deps: Deps,
  awards: readonly Standing[],
  edition: Edition,
  format: FormatId,
): Promise<Read | undefined> {
  for (const { award } of awards) {
    const read = await readDocument(deps, award, edition, format);
    if (read) return read;
  }
  return undefined;
}

async function readDocument(
  deps: Deps,
  award: Award,
  edition: Edition,
  format: FormatId,
): Promise<Read | undefined> {
  const holder: PersonActor = { kind: 'person', personId: award.personId ?? '', permissions: new Set() };
  try {
    return edition === 'public'
      ? await readPublicDocument(deps, { publicId: award.publicId, format })
      : await readHolderDocument(deps, holder, { award: award.id, format });
  } catch (error) {
    // Not shared, or not in this format.
    return absentWhenRefused(error);
  }
}

function absentWhenRefused(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
  return undefined;
}

async function write(
  deps: Deps,
  folder: string,
  read: Read,
  about: Pick<Sample, 'format' | 'edition' | 'state'>,
): Promise<Sample[]> {
  const { storage } = deps;
  const { version } = read;
  const name = `${about.state}-${about.edition}`;
  const text = await derive(deps, about.format, read.document.bytes);
  const files: [string, string | Uint8Array][] = [[`${name}.${nameOf(about.format)}`, text]];
  if (about.format === 'ob3-data-integrity') {
    const image = await storage.get(version.imageKey);
    const baked = { keyword: 'openbadgecredential', text } as const;
    if (image) files.push([`${name}.png`, bakePng(image.bytes, baked)]);
    files.push([`${name}.svg`, bakeSvg(await readImageSvg(storage, version), baked)]);
    const pdf = await makeCertificate(deps, read).catch(absentWhenRefused);
    if (pdf) files.push([`${name}.pdf`, pdf]);
  }
  const expectedVerdict = about.state === 'valid' ? 'verified' : 'failed';
  return files.map(([file, bytes]) => {
    writeFileSync(join(folder, file), bytes);
    return { file, ...about, expectedVerdict };
  });
}

/** What others see: of a base proof, the document with everything that may be chosen. */
async function derive({ crypto }: Deps, id: FormatId, secured: string): Promise<string> {
  const format: Format = formats[id];
  if (!format.derive) return secured;
  const pointers = listSelectableParts(format.open(secured)).flatMap((part) => part.pointers);
  return await format.derive({ crypto }, secured, pointers);
}

function nameOf(format: FormatId): string {
  return NAMES[format] ?? `${format}.${formats[format].fileExtension}`;
}

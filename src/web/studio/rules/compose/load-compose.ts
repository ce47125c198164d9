/** What the form of a pack needs to know: with what it begins, which packs there are, and what it inherits. */
import type { RouterContextProvider } from 'react-router';
import { type Criterion, type PolicyPack, packSchema } from '../../../../features/quality/pack.schema.ts';
import { type PacksView, packsSchema, packViewSchema } from '../../../../features/quality/packs.schema.ts';
import { findApi, readApi } from '../../../lib/api.ts';
import { findGuide } from '../../../lib/find-guide.ts';
import { buildOn, continueWith } from './begin-pack.ts';

type Context = Readonly<RouterContextProvider>;

/** More than any pack has. */
const MAX_BYTES = 1_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Undefined where the address names a pack that is not there; without a name it begins with the first of all. */
export async function beginPack(context: Context, query: URLSearchParams): Promise<PolicyPack | undefined> {
  const { packs, today } = await readPacks(context);
  const after = query.get('after');
  const base = query.get('extends') ?? packs[0]?.ref ?? '';
  const found = await findPack(context, after ?? base);
  if (!found) return undefined;
  if (after) return continueWith(found.written, dayAfter(today));
  const isInForce = packs.some(({ ref, force }) => ref === base && force === 'now');
  return buildOn(found.whole, isInForce ? found.whole.id : base, today);
}

export async function readPackFile(form: FormData): Promise<PolicyPack | undefined> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0 || file.size > MAX_BYTES) return undefined;
  try {
    return packSchema.safeParse(JSON.parse((await file.text()).replace(/^\u{feff}/u, ''))).data;
  } catch {
    return undefined;
  }
}

export type Shelf = {
  /** Every pack that this one may build on. */
  readonly packs: readonly Pick<PacksView['packs'][number], 'id' | 'ref' | 'name' | 'force'>[];
  readonly inherited: readonly Pick<Criterion, 'id' | 'text' | 'severity'>[];
  /** Sections of the Guide, to which a criterion can lead. */
  readonly sections: readonly string[];
};

export async function readShelf(context: Context, pack: PolicyPack): Promise<Shelf> {
  const { packs, institution } = await readPacks(context);
  const inherited = new Map<string, Shelf['inherited'][number]>();
  for (const reference of pack.extends) {
    const ref = packs.find(
      ({ ref: one, id, force }) => one === reference || (id === reference && force === 'now'),
    )?.ref;
    const parent = ref ? await findPack(context, ref) : undefined;
    for (const { id, text, severity } of parent?.whole.criteria ?? [])
      inherited.set(id, { id, text, severity });
  }
  const guide = await findGuide(context, institution.slug);
  return {
    packs: packs.map(({ id, ref, name, force }) => ({ id, ref, name, force })),
    inherited: [...inherited.values()],
    sections: guide?.sections ?? [],
  };
}

async function readPacks(context: Context) {
  return await readApi(context, '/api/v1/quality/packs', packsSchema);
}

async function findPack(context: Context, name: string) {
  const found = await findApi(context, `/api/v1/quality/packs/${encodeURIComponent(name)}`, packViewSchema);
  return found && { written: packSchema.parse(found.written), whole: packSchema.parse(found.whole) };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** What the pages of dossier and quality need, for their loaders and for their parts. */
import { type RouterContextProvider, redirect } from 'react-router';
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import { qualitySchema } from '../../../features/quality/quality.schema.ts';
import { findApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { mayAct } from '../../lib/session.ts';
import { addressOf } from '../designer/addresses.ts';
import { readDesign } from '../designer/load-designer.ts';

type Context = Readonly<RouterContextProvider>;

/** Undefined for what stands outside of every framework and has no way. */
export async function findQuality(context: Context, id: string) {
  const found = await findApi(context, `/api/v1/designs/${encodeURIComponent(id)}/quality`, qualitySchema);
  if (!found) return undefined;
  const { dossier, ...quality } = found;
  return { ...quality, dossier: dossier as Dossier }; // the API stored it by dossierSchema
}

/** @throws a redirect to the designer for a design without a way */
export async function loadQuality(context: Context, id: string) {
  const design = await readDesign(context, id);
  const quality = await findQuality(context, id);
  if (!quality) throw redirect(addressOf(design.id, 'summary'));
  const { session } = context.get(appContext);
  return {
    design,
    quality,
    person: session.person?.id ?? null,
    mayWrite: mayAct(session, 'designs.write') && !design.retired,
  };
}

export type Quality = NonNullable<Awaited<ReturnType<typeof findQuality>>>;
export type QualityData = Awaited<ReturnType<typeof loadQuality>>;
export type Finding = Quality['findings'][number];

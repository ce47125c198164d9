/** What the pages of dossier and quality need, for their loaders and for their parts. */
import { type RouterContextProvider, redirect } from 'react-router';
import { appContext } from '../../lib/app-context.ts';
import { mayAct } from '../../lib/session.ts';
import { addressOf } from '../designer/addresses.ts';
import { readDesign } from '../designer/load-designer.ts';
import { findQuality } from './find-quality.ts';

type Context = Readonly<RouterContextProvider>;

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

export type QualityData = Awaited<ReturnType<typeof loadQuality>>;

import type { RouterContextProvider } from 'react-router';
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import { qualitySchema } from '../../../features/quality/quality.schema.ts';
import { findApi } from '../../lib/api.ts';

type Context = Readonly<RouterContextProvider>;

/** Undefined for what stands outside of every framework and has no way. */
export async function findQuality(context: Context, id: string) {
  const found = await findApi(context, `/api/v1/designs/${encodeURIComponent(id)}/quality`, qualitySchema);
  if (!found) return undefined;
  const { dossier, ...quality } = found;
  return { ...quality, dossier: dossier as Dossier }; // the API stored it by dossierSchema
}

export type Quality = NonNullable<Awaited<ReturnType<typeof findQuality>>>;
export type Finding = Quality['findings'][number];

import type { RouterContextProvider } from 'react-router';
import { catalogueDesignSchema } from '../../features/catalogue/catalogue.schema.ts';
import type { DesignContent } from '../../formats/facts.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';

/** A title of the offer: the version named, else the newest. */
export async function loadDesign(
  context: Readonly<RouterContextProvider>,
  { id, number }: { readonly id: string; readonly number: string | undefined },
) {
  const { publicUrl } = context.get(appContext);
  const query = number === undefined ? '' : `?version=${encodeURIComponent(number)}`;
  const path = `/api/v1/catalogue/designs/${encodeURIComponent(id)}${query}`;
  const { content, ...design } = await readApi(context, path, catalogueDesignSchema);
  // The API gives the content as it was frozen by parseContent().
  return { ...design, content: content as DesignContent, publicUrl, isNamed: number !== undefined };
}

export type DesignFacts = Awaited<ReturnType<typeof loadDesign>>;

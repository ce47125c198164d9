import type { RouterContextProvider } from 'react-router';
import { guideViewSchema } from '../../features/quality/guide.schema.ts';
import { findApi } from './api.ts';

/** Where the Guide of an institution stands and what it has sections about; undefined for one without a Guide. */
export async function findGuide(context: Readonly<RouterContextProvider>, slug: string) {
  const guide = await findApi(context, `/api/v1/guides/${encodeURIComponent(slug)}`, guideViewSchema);
  return guide && { address: `/guides/${slug}`, sections: guide.sections.map(({ code }) => code) };
}

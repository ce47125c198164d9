import type { RouterContextProvider } from 'react-router';
import { guideContentsSchema } from '../../features/quality/guide.schema.ts';
import { findApi } from './api.ts';

/** Where the Guide of an institution stands and what it has sections about; undefined for one without a Guide. */
export async function findGuide(context: Readonly<RouterContextProvider>, slug: string) {
  return await findApi(context, `/api/v1/guides/${encodeURIComponent(slug)}/contents`, guideContentsSchema);
}

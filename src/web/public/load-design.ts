import type { RouterContextProvider } from 'react-router';
import { catalogueDesignSchema } from '../../features/catalogue/catalogue.schema.ts';
import { shownEndorsementsSchema } from '../../features/endorsements/endorsements.schema.ts';
import { shownFeedbackSchema } from '../../features/feedback/feedback.schema.ts';
import { publicChangesSchema, shownApprovalSchema } from '../../features/quality/quality.schema.ts';
import type { DesignContent } from '../../formats/facts.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { loadAccreditations } from '../lib/load-accreditations.ts';

/** A title of the offer: the version named, else the newest. */
export async function loadDesign(
  context: Readonly<RouterContextProvider>,
  { id, number }: { readonly id: string; readonly number: string | undefined },
) {
  const { publicUrl } = context.get(appContext);
  const query = number === undefined ? '' : `?version=${encodeURIComponent(number)}`;
  const path = `/api/v1/catalogue/designs/${encodeURIComponent(id)}${query}`;
  const { content, ...design } = await readApi(context, path, catalogueDesignSchema);
  const endorsed = addQuery('/api/v1/endorsements/shown', '', {
    design: design.id,
    version: String(design.version.number),
  });
  const { endorsements } = await readApi(context, endorsed, shownEndorsementsSchema);
  const quality = await readApi(
    context,
    addQuery('/api/v1/quality/approval', '', { design: design.id, version: String(design.version.number) }),
    shownApprovalSchema,
  );
  const feedback = await readApi(
    context,
    addQuery('/api/v1/feedback', '', { design: design.id, version: String(design.version.number) }),
    shownFeedbackSchema,
  );
  const changes = await readApi(
    context,
    addQuery('/api/v1/quality/changes', '', { design: design.id }),
    publicChangesSchema,
  );
  // The API gives the content as it was frozen by parseContent().
  return {
    ...design,
    content: content as DesignContent,
    endorsements,
    quality,
    feedback,
    changes,
    external: await loadAccreditations(context, design.institution.slug),
    publicUrl,
    isNamed: number !== undefined,
  };
}

export type DesignFacts = Awaited<ReturnType<typeof loadDesign>>;

import type { RouterContextProvider } from 'react-router';
import { publicCredentialSchema } from '../../features/credentials/credentials.schema.ts';
import { reportSchema } from '../../features/verification/verification.schema.ts';
import type { DesignContent } from '../../formats/facts.ts';
import { findApi, readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { loadAccreditations } from '../lib/load-accreditations.ts';

/** The public edition as its page shows it, with the report of its checks. */
export async function loadBadge(
  context: Readonly<RouterContextProvider>,
  { id, view }: { readonly id: string; readonly view: string | null },
) {
  const { publicUrl } = context.get(appContext);
  const path = `/api/v1/credentials/${encodeURIComponent(id)}`;
  const { content, ...credential } = await readApi(context, path, publicCredentialSchema);
  // Without a report nothing was checked, and the page says so.
  const report = await findApi(context, `${path}/report`, reportSchema);
  const external = await loadAccreditations(context, credential.issuer.institutionSlug);
  return {
    ...credential,
    external,
    // The API gives the content as it was frozen by parseContent().
    content: content as DesignContent,
    report,
    publicUrl,
    view: view === 'full' ? ('full' as const) : ('minute' as const),
  };
}

export type BadgeData = Awaited<ReturnType<typeof loadBadge>>;

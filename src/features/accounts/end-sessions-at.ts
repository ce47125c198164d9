import type { Database } from '../../database/index.ts';
import type { FindInstitution } from './provider.ts';
import { deleteSessionsAt } from './sessions.store.ts';

/** Whoever has left an institution is signed out wherever they acted, or came in, for it (reliability D6). */
export async function endSessionsAt(
  deps: { readonly database: Database; readonly findInstitution: FindInstitution },
  institutionId: string,
  { personId }: { readonly personId: string },
): Promise<void> {
  await deps.database.asDoorkeeper(async (tx) => {
    const institution = await deps.findInstitution(tx, institutionId);
    if (institution) await deleteSessionsAt(tx, personId, { institutionId, provider: institution.slug });
  });
}

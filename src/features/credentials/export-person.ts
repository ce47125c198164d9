import type { Tx } from '../../database/index.ts';
import { listConsents, listDocumentsOf, listPublicationsOf } from './credentials.store.ts';

/** What they show, what they ever chose to show, and which files were signed for them; the files go along as files. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return {
    publications: (await listPublicationsOf(tx, personId)).map((one) => ({
      awardId: one.awardId,
      showName: one.showName,
      showResult: one.showResult,
      showEvidence: one.showEvidence,
      olderPlatforms: one.olderPlatforms,
      publishedAt: one.publishedAt,
    })),
    consents: (await listConsents(tx, personId)).map(({ personId: _, ...told }) => told),
    documents: (await listDocumentsOf(tx, personId)).map(
      ({ awardId, edition, format, language, signedAt }) => ({
        awardId,
        edition,
        format,
        language,
        signedAt,
      }),
    ),
  };
}

import type { Tx } from '../../database/index.ts';
import { contentOf, inLanguage, listVersionsByIds } from '../designs/index.ts';
import { listVersionsOfAwards } from './awards.store.ts';

/** What was awarded, by the ids of awards, in the language of each. */
export async function nameAwards(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const awards = await listVersionsOfAwards(tx, ids);
  const versions = await listVersionsByIds(tx, [...new Set(awards.map(({ versionId }) => versionId))]);
  const contents = new Map(versions.map((version) => [version.id, contentOf(version)]));
  return new Map(
    awards.flatMap(({ id, versionId, language }) => {
      const content = contents.get(versionId);
      return content ? [[id, inLanguage(content.title, language, content.defaultLanguage)] as const] : [];
    }),
  );
}

import type { RouterContextProvider } from 'react-router';
import { type AuditEntryView, auditPageSchema } from '../../features/audit/audit.schema.ts';
import { readApi } from './api.ts';
import type { Translate } from './i18n.ts';

/** A file of more is made by asking for a shorter period. */
const MOST = 20_000;
const AT_ONCE = '1000';

/** The filled-in fields of a search form. */
export function readQuery(url: string, names: readonly string[]): Record<string, string> {
  const asked = new URL(url).searchParams;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = asked.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** The reader's own words for those who have no name here, as the API calls them. */
export function readWhoInWords(
  t: Translate,
  query: Readonly<Record<string, string>>,
): Record<string, string> {
  const who = query.who?.toLowerCase();
  const meant = (['learner', 'software'] as const).find((one) => who === t(`audit.who.${one}`));
  return { ...query, ...(meant ? { who: meant } : {}) };
}

/** Page after page, for a file. */
export async function readWholeTrail(
  context: Readonly<RouterContextProvider>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<AuditEntryView[]> {
  const entries: AuditEntryView[] = [];
  let before: string | null = null;
  do {
    const asked = new URLSearchParams({ ...query, limit: AT_ONCE, ...(before ? { before } : {}) });
    const page: { entries: AuditEntryView[]; next: string | null } = await readApi(
      context,
      `${path}?${asked}`,
      auditPageSchema,
    );
    entries.push(...page.entries);
    before = page.next;
  } while (before && entries.length < MOST);
  return entries;
}

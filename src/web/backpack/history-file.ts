import { appContext } from '../lib/app-context.ts';
import { sayAction, sayActorOf, sayThing } from '../lib/audit-words.ts';
import { csvFile } from '../lib/csv.ts';
import { readQuery, readWholeTrail } from '../lib/read-trail.ts';
import type { Route } from './+types/history-file.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { t, locale } = context.get(appContext);
  const query = readQuery(request.url, ['from', 'until', 'own']);
  const entries = await readWholeTrail(context, '/api/v1/account/history', query);
  return csvFile('waarmerk-history.csv', [
    [t('audit.when'), t('audit.who'), t('audit.action'), t('audit.thing')],
    ...entries.map((entry) => [
      entry.at,
      sayActorOf(t, locale, entry),
      sayAction(t, entry.action),
      sayThing(t, entry.subject),
    ]),
  ]);
}

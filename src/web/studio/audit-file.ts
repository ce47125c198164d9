import { appContext } from '../lib/app-context.ts';
import { sayAction, sayActor, sayThing } from '../lib/audit-words.ts';
import { csvFile } from '../lib/csv.ts';
import { readQuery, readWhoInWords, readWholeTrail } from '../lib/read-trail.ts';
import type { Route } from './+types/audit-file.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { t } = context.get(appContext);
  const query = readWhoInWords(t, readQuery(request.url, ['action', 'who', 'about', 'from', 'until']));
  const entries = await readWholeTrail(context, '/api/v1/audit', query);
  return csvFile('waarmerk-audit.csv', [
    [t('audit.when'), t('audit.who'), t('audit.action'), t('audit.thing'), 'id'],
    ...entries.map((entry) => [
      entry.at,
      sayActor(t, entry.actor),
      sayAction(t, entry.action),
      sayThing(t, entry.subject),
      entry.subject.id,
    ]),
  ]);
}

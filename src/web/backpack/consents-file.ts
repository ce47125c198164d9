import { consentLedgerSchema } from '../../features/backpack/consents.schema.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { sayAgreement, sayShown } from '../lib/consent-words.ts';
import { csvFile, jsonFile } from '../lib/csv.ts';
import type { Route } from './+types/consents-file.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { t, locale } = context.get(appContext);
  const ledger = await readApi(context, '/api/v1/account/consents', consentLedgerSchema);
  if (new URL(request.url).pathname.endsWith('.json')) return jsonFile('waarmerk-consents.json', ledger);
  const say = (stands: boolean) => t(stands ? 'consents.stands' : 'consents.over');
  return csvFile('waarmerk-consents.csv', [
    [t('consents.when'), t('consents.what'), t('consents.act'), t('consents.shows'), t('consents.now')],
    ...ledger.agreements.map(({ at, terms, act, stands }) => [
      at,
      sayAgreement(t, locale, terms),
      t(`consents.${act}`),
      '',
      say(stands),
    ]),
    ...ledger.publications.map((line) => [
      line.at,
      line.title,
      t(line.act === 'withdrawn' ? 'consents.private' : `consents.${line.act}`),
      sayShown(t, line),
      say(line.stands),
    ]),
  ]);
}

/** The parts of one register's page: who stands in it, a file for it, an issuer entered by hand. */
import type { z } from 'zod';
import type { EntryView, registerDetailSchema } from '../../features/registers/registers.schema.ts';
import { nameCountry } from '../lib/design-words.ts';
import { formatDay } from '../lib/formatting.ts';
import type { Locale, Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { sortCountries } from '../studio/organisation/profile-form.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';

export function FoundIssuers({
  register,
  words,
}: {
  readonly register: z.output<typeof registerDetailSchema>;
  readonly words: string;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('registers.found')} note={t('registers.found.note')} id="found">
      <form method="get" className="verify-line">
        <TextField name="q" type="search" label={t('registers.search.label')} defaultValue={words} />
        <Button>{t('registers.search')}</Button>
      </form>
      {register.found.length === 0 ? (
        <p className="mt-5 text-ink2">{t('registers.found.none')}</p>
      ) : (
        <div className="mt-5">
          <Table
            caption={t('registers.found')}
            rows={register.found}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('registers.issuer'),
                cell: ({ name, country }) => (
                  <>
                    {name}
                    <span className="s block text-ink2">
                      {country ? nameCountry(locale, country) : t('registers.country.unsaid')}
                    </span>
                  </>
                ),
              },
              {
                key: 'known',
                head: t('registers.known-by'),
                cell: ({ issuerId, host, identifier }) =>
                  [issuerId, host, identifier].filter((one) => one !== null).join(', '),
              },
              {
                key: 'accredited',
                head: t('registers.accredited'),
                cell: (entry) => sayPeriod(t, locale, entry),
              },
              { key: 'act', head: t('registers.strike'), cell: (entry) => <Strike entry={entry} /> },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

function sayPeriod(t: Translate, locale: Locale, { accreditedFrom, accreditedUntil, scope }: EntryView) {
  const from = accreditedFrom ? formatDay(locale, accreditedFrom) : '';
  const until = accreditedUntil ? formatDay(locale, accreditedUntil) : '';
  const period =
    from && until
      ? t('registers.accredited.period', { from, until })
      : from
        ? t('registers.accredited.from', { from })
        : until
          ? t('registers.accredited.until', { until })
          : t('registers.accredited.unsaid');
  return scope ? `${period} (${scope})` : period;
}

function Strike({ entry: { id, name } }: { readonly entry: EntryView }) {
  const t = useT();
  return (
    <form method="post">
      <input type="hidden" name="entry" value={id} />
      <Button dense name="act" value="strike" aria-label={t('registers.strike.one', { name })}>
        {t('registers.strike')}
      </Button>
    </form>
  );
}

export function ImportForm() {
  const t = useT();
  return (
    <Section label={t('registers.import')} note={t('registers.import.note')} id="import">
      <form method="post" encType="multipart/form-data" className="form">
        <div className="field">
          <label className="field-label" htmlFor="file">
            {t('registers.import.file')}
          </label>
          <span className="field-hint" id="file-hint">
            {t('registers.import.hint')}
          </span>
          <input
            id="file"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-describedby="file-hint"
            className="control"
            required
          />
        </div>
        <ButtonRow fill>
          <Button name="act" value="import">
            {t('registers.import.do')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

type EnterFormProps = {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

export function EnterForm({ typed, faults }: EnterFormProps) {
  const t = useT();
  const locale = useLocale();
  const field = (name: string) => ({
    name,
    defaultValue: typed[name] ?? '',
    error: faults[name],
    autoComplete: 'off',
  });
  const countries = [{ value: '', label: t('registers.country.unsaid') }, ...sortCountries(locale)];
  return (
    <Section label={t('registers.enter')} note={t('registers.enter.note')} id="enter">
      <form method="post" className="form">
        <TextField {...field('name')} label={t('registers.name')} required />
        <TextField
          {...field('issuerId')}
          label={t('registers.enter.issuer-id')}
          hint={t('registers.enter.issuer-id.hint')}
          required
        />
        <SelectField
          name="country"
          label={t('organisation.address.country')}
          defaultValue={typed.country ?? ''}
          options={countries}
        />
        <TextField {...field('identifier')} label={t('registers.enter.identifier')} />
        <TextField {...field('accreditedFrom')} type="date" label={t('registers.enter.from')} />
        <TextField {...field('accreditedUntil')} type="date" label={t('registers.enter.until')} />
        <TextField
          {...field('scope')}
          label={t('registers.enter.scope')}
          hint={t('registers.enter.scope.hint')}
        />
        <ButtonRow fill>
          <Button name="act" value="enter">
            {t('registers.enter.do')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

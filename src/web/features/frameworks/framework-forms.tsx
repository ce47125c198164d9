import { nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';

type Faults = Readonly<Record<string, string>>;

const LANGUAGES = ['nl', 'en'] as const;

type BringFormProps = { readonly typed: Readonly<Record<string, string>>; readonly faults: Faults };

export function BringForm({ typed, faults }: BringFormProps) {
  const t = useT();
  const field = (name: string) => ({
    ...{ name, defaultValue: typed[name] ?? '', error: faults[name], autoComplete: 'off' },
  });
  return (
    <Section label={t('frameworks.bring')} note={t('frameworks.bring.note')} id="bring">
      <div className="measure mb-5">
        <p>{t('frameworks.files')}</p>
        <p className="mt-3">{t('frameworks.esco')}</p>
      </div>
      <form method="post" encType="multipart/form-data" className="form">
        <TextField {...field('name')} label={t('frameworks.name')} maxLength={200} required />
        <TextField {...field('publisher')} label={t('frameworks.publisher')} maxLength={200} required />
        <TextField {...field('version')} label={t('frameworks.version')} maxLength={60} optional />
        <TextArea
          {...field('licence')}
          label={t('frameworks.licence')}
          hint={t('frameworks.licence.hint')}
          maxLength={1000}
          rows={2}
          required
        />
        <TextField
          {...field('url')}
          type="url"
          label={t('frameworks.url')}
          hint={t('frameworks.url.hint')}
          required
        />
        <FileFields faults={faults} language={typed.language ?? 'nl'} />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="bring">
            {t('frameworks.bring')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

function FileFields({ faults, language }: { readonly faults: Faults; readonly language: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <TextField
        type="file"
        name="file"
        label={t('frameworks.file')}
        hint={t('frameworks.file.hint')}
        error={faults.file}
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        required
      />
      <SelectField
        name="language"
        label={t('frameworks.language')}
        hint={t('frameworks.language.hint')}
        defaultValue={language}
        options={LANGUAGES.map((one) => ({ value: one, label: nameLanguage(locale, one) }))}
      />
    </>
  );
}

/** A newer file, or the same items in another language. */
export function RenewForm({ faults }: { readonly faults: Faults }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('frameworks.renew')} note={t('frameworks.renew.note')} id="renew">
      <form method="post" encType="multipart/form-data" className="form">
        <FileFields faults={faults} language={locale} />
        <SelectField
          name="how"
          label={t('frameworks.how')}
          defaultValue="replace"
          options={[
            { value: 'replace', label: t('frameworks.how.replace') },
            { value: 'join', label: t('frameworks.how.join') },
          ]}
        />
        <TextField name="version" label={t('frameworks.version')} maxLength={60} optional />
        <ButtonRow fill>
          <Button name="act" value="renew">
            {t('frameworks.bring')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

export function RemoveForm({ offered, drafts }: { readonly offered: boolean; readonly drafts: number }) {
  const t = useT();
  return (
    <Section label={t('frameworks.remove')} id="remove">
      <p className="measure">
        {drafts > 0
          ? t('frameworks.remove.in-use', { count: drafts })
          : t(offered ? 'frameworks.remove.offered' : 'frameworks.remove.text')}
      </p>
      {drafts === 0 && (
        <form method="post" className="mt-3">
          <Button variant="destructive" name="act" value="remove">
            {t('frameworks.remove')}
          </Button>
        </form>
      )}
    </Section>
  );
}

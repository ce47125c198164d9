import type { DesignContent, Text } from '../../../formats/facts.ts';
import { isPassingGrade, listGrades, sayGrade } from '../../../formats/grades.ts';
import { chooseText } from '../../lib/content-text.ts';
import { capitalise, nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { FieldError, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { SwitchOfTwo } from '../../ui/tabs.tsx';
import type { Mode, Typed } from './wizard.ts';

type Chosen = {
  readonly id: string;
  readonly version: number;
  readonly newest: number;
  readonly languages: readonly string[];
  readonly content: DesignContent;
  readonly audiences: readonly { readonly code: string; readonly name: Text }[];
};

type WhoProps = {
  readonly chosen: Chosen;
  readonly mode: Mode;
  readonly typed: Typed;
  readonly faults: Readonly<Record<string, string>>;
  readonly nobody: boolean;
};

export function WhoStep(props: WhoProps) {
  const { chosen, mode } = props;
  const t = useT();
  const address = (many: '0' | '1') =>
    `/studio/awards/new?design=${chosen.id}&version=${chosen.version}&many=${many}`;
  return (
    <>
      <div className="mt-8">
        <SwitchOfTwo
          label={t('studio.what.how-many')}
          options={[
            { href: address('0'), name: t('studio.what.one'), current: mode === 'one' },
            { href: address('1'), name: t('studio.what.many'), current: mode === 'many' },
          ]}
        />
      </div>
      <form method="post" encType="multipart/form-data" action={address(mode === 'many' ? '1' : '0')}>
        {mode === 'one' ? <OnePerson {...props} /> : <ManyPeople {...props} />}
        <Section label={t('studio.who.award')} note={t('studio.who.version', { number: chosen.version })}>
          <div className="form">
            <SharedFields {...props} />
            <ButtonRow fill>
              <Button variant="primary" name="intent" value="check">
                {t('studio.who.check')}
              </Button>
            </ButtonRow>
          </div>
        </Section>
      </form>
    </>
  );
}

function useTypedField({ typed, faults }: WhoProps) {
  return (name: string) => ({
    name,
    defaultValue: typed[name] ?? '',
    error: faults[name],
    autoComplete: 'off',
  });
}

function OnePerson(props: WhoProps) {
  const t = useT();
  const field = useTypedField(props);
  return (
    <>
      <Section label={t('studio.who.person')} note={t('studio.who.person.note')}>
        <div className="form">
          <TextField
            {...field('recipients.0.email')}
            type="email"
            label={t('studio.award.email')}
            hint={t('studio.who.email.hint')}
          />
          <TextField
            {...field('recipients.0.identifier')}
            label={t('studio.award.identifier')}
            hint={t('studio.who.identifier.hint')}
            optional
          />
          <TextField
            {...field('recipients.0.name')}
            label={t('studio.award.name')}
            hint={t('studio.who.name.hint')}
          />
        </div>
      </Section>
      <Section label={t('studio.who.proof')} note={t('studio.who.proof.note')}>
        <div className="form">
          <ResultField {...props} />
          <TextField
            {...field('recipients.0.evidence.0.name')}
            label={t('studio.who.evidence.name')}
            optional
          />
          <TextField
            {...field('recipients.0.evidence.0.url')}
            type="url"
            label={t('studio.who.evidence.url')}
            optional
          />
          <TextArea
            {...field('recipients.0.evidence.0.narrative')}
            label={t('studio.who.evidence.text')}
            rows={2}
            optional
          />
        </div>
      </Section>
    </>
  );
}

/** Words are chosen from the scheme's own, and only from those that pass; a mark is typed. */
function ResultField(props: WhoProps) {
  const { gradeScheme } = props.chosen.content;
  const t = useT();
  const locale = useLocale();
  const field = useTypedField(props)('recipients.0.result');
  if (gradeScheme.scheme === '1-10')
    return (
      <TextField
        {...field}
        label={t('studio.awards.result')}
        hint={t('studio.who.mark.hint', { mark: gradeScheme.passMark })}
        inputMode="decimal"
        optional
      />
    );
  return (
    <SelectField
      {...field}
      label={t('studio.awards.result')}
      optional
      options={[
        { value: '', label: t('studio.not-said') },
        ...listGrades(gradeScheme)
          .filter((code) => isPassingGrade(gradeScheme, code))
          .map((code) => ({ value: code, label: capitalise(sayGrade(gradeScheme, code, locale)) })),
      ]}
    />
  );
}

function ManyPeople(props: WhoProps) {
  const t = useT();
  const field = useTypedField(props);
  return (
    <Section label={t('studio.who.people')} note={t('studio.who.people.note')}>
      <div className="form">
        {props.nobody && <FieldError>{t('studio.who.nobody')}</FieldError>}
        <TextArea
          {...field('lines')}
          label={t('studio.who.lines')}
          hint={t('studio.who.lines.hint')}
          rows={8}
          className="mono-control"
          spellCheck={false}
        />
        <div className="field">
          <label className="field-label" htmlFor="file">
            {t('studio.who.file')} <span className="field-optional">({t('frame.optional')})</span>
          </label>
          <span className="field-hint" id="file-hint">
            {t('studio.who.file.hint')}
          </span>
          <input
            id="file"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-describedby="file-hint"
            className="control"
          />
        </div>
      </div>
    </Section>
  );
}

function SharedFields(props: WhoProps) {
  const { chosen, typed } = props;
  const t = useT();
  const locale = useLocale();
  const field = useTypedField(props);
  const { validityMonths, defaultLanguage } = chosen.content;
  return (
    <>
      <div className="form-row">
        <TextField
          {...field('awardedOn')}
          type="date"
          label={t('studio.who.day')}
          hint={t('studio.who.day.hint')}
          optional
        />
        <TextField
          {...field('expiresOn')}
          type="date"
          label={t('studio.who.expires')}
          hint={
            validityMonths
              ? t('fact.validity.months', { count: validityMonths })
              : t('studio.who.expires.hint')
          }
          optional
        />
      </div>
      <SelectField
        {...field('language')}
        defaultValue={typed.language ?? defaultLanguage}
        label={t('studio.award.language')}
        hint={t('studio.who.language.hint')}
        options={chosen.languages.map((value) => ({ value, label: nameLanguage(locale, value) }))}
      />
      {chosen.audiences.length > 0 && (
        <SelectField
          {...field('audience')}
          label={t('studio.who.audience')}
          hint={t('studio.who.audience.hint')}
          options={[
            { value: '', label: t('studio.who.audience.choose') },
            ...chosen.audiences.map(({ code, name }) => ({
              value: code,
              label: chooseText(name, locale).text,
            })),
          ]}
        />
      )}
      <TextArea
        {...field('narrative')}
        label={t('studio.who.narrative')}
        hint={t('studio.who.narrative.hint')}
        rows={3}
        optional
      />
    </>
  );
}

import type { UnitView } from '../../../features/institutions/units.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ChoiceGroup, Radio } from '../../ui/choices.tsx';
import { FactList } from '../../ui/facts.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import { languagesFor } from './read-fields.ts';

type UnitFormProps = {
  readonly unit: UnitView | null;
  readonly above: readonly UnitView[];
  readonly mayAddAtTop: boolean;
  readonly kind: string;
  readonly problem: Problem | undefined;
  readonly typed: Readonly<Record<string, string>> | undefined;
};

export function UnitForm(props: UnitFormProps) {
  const { unit, kind, problem, typed } = props;
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  if (unit && (!unit.mayManage || unit.archivedAt)) return <UnitFacts unit={unit} />;
  const other = unit?.onBehalfOf ?? null;
  const isFixed = unit?.issuer !== null && unit !== null;
  const languages = languagesFor(locale, unit?.name ?? {}, unit?.description ?? {});
  const texts = (name: string, now: Readonly<Record<string, string>> | undefined) =>
    typed
      ? Object.fromEntries(languages.map((language) => [language, typed[`${name}.${language}`] ?? '']))
      : now;
  return (
    <form method="post">
      <Section label={t('organisation.unit')} note={t('organisation.unit.note')}>
        <div className="form">
          <LanguageFields
            name="name"
            label={t('organisation.name')}
            text={texts('name', unit?.name)}
            languages={languages}
            faults={faults}
          />
          {faults.name && (
            <p className="field-error" id="name-error">
              {faults.name}
            </p>
          )}
          {unit ? <UnitWords unit={unit} languages={languages} texts={texts} {...{ faults, typed }} /> : null}
          {kind === 'hbo-mbo' && (
            <SelectField
              name="sort"
              label={t('organisation.sort')}
              hint={t('organisation.sort.hint')}
              defaultValue={typed?.sort ?? unit?.sort ?? ''}
              error={faults.sort}
              options={[
                { value: '', label: t('organisation.sort.choose') },
                { value: 'hbo', label: 'HBO' },
                { value: 'mbo', label: 'MBO' },
              ]}
            />
          )}
          {!unit && <ParentField {...props} faults={faults} />}
          {!unit && (
            <ChoiceGroup label={t('organisation.issuing')} hint={t('organisation.issuing.hint')} id="issuing">
              {(['yes', 'no'] as const).map((value) => (
                <Radio
                  key={value}
                  name="issuing"
                  value={value}
                  label={t(`organisation.issuing.${value}`)}
                  defaultChecked={(typed?.issuing ?? 'yes') === value}
                />
              ))}
            </ChoiceGroup>
          )}
          <ChoiceGroup label={t('organisation.visibility')} id="visibility">
            {(['public', 'test'] as const).map((value) => (
              <Radio
                key={value}
                name="visibility"
                value={value}
                label={t(`organisation.visibility.${value}`)}
                hint={t(`organisation.visibility.${value}.hint`)}
                defaultChecked={(typed?.visibility ?? unit?.visibility ?? 'public') === value}
              />
            ))}
          </ChoiceGroup>
        </div>
      </Section>
      <Section label={t('organisation.onBehalfOf')} note={t('organisation.onBehalfOf.note')} id="onBehalfOf">
        <div className="form">
          {isFixed && <p className="field-hint">{t('organisation.onBehalfOf.fixed')}</p>}
          {isFixed ? (
            Object.entries(other?.name ?? {}).map(([language, text]) => (
              <input key={language} type="hidden" name={`onBehalfOf.${language}`} value={text} />
            ))
          ) : (
            <LanguageFields
              name="onBehalfOf"
              label={t('organisation.onBehalfOf.name')}
              text={texts('onBehalfOf', other?.name)}
              languages={languages}
              faults={faults}
              optional
            />
          )}
          {isFixed && other && <p>{chooseText(other.name, locale).text}</p>}
          {(!isFixed || other) && (
            <TextField
              name="onBehalfOfUrl"
              type="url"
              label={t('organisation.onBehalfOf.url')}
              defaultValue={typed?.onBehalfOfUrl ?? other?.url ?? ''}
              error={faults['onBehalfOf.url']}
              autoComplete="off"
              optional
            />
          )}
          <ButtonRow fill>
            <Button variant="primary" name="act" value={unit ? 'save' : 'add'}>
              {t(unit ? 'organisation.unit.save' : 'organisation.units.add')}
            </Button>
          </ButtonRow>
        </div>
      </Section>
    </form>
  );
}

function UnitWords({
  unit,
  languages,
  texts,
  faults,
  typed,
}: {
  readonly unit: UnitView;
  readonly languages: readonly string[];
  readonly texts: (
    name: string,
    now: Readonly<Record<string, string>> | undefined,
  ) => Readonly<Record<string, string>> | undefined;
  readonly faults: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>> | undefined;
}) {
  const t = useT();
  return (
    <>
      <LanguageFields
        name="description"
        label={t('organisation.description')}
        text={texts('description', unit.description)}
        languages={languages}
        faults={faults}
        lines={3}
        optional
      />
      <TextField
        name="website"
        type="url"
        label={t('organisation.website')}
        defaultValue={typed?.website ?? unit.website ?? ''}
        error={faults.website}
        autoComplete="off"
        optional
      />
      <TextField
        name="linkedinId"
        label={t('organisation.linkedinId')}
        hint={t('organisation.linkedinId.hint')}
        defaultValue={typed?.linkedinId ?? unit.linkedinId ?? ''}
        error={faults.linkedinId}
        autoComplete="off"
        optional
      />
    </>
  );
}

function ParentField({
  above,
  mayAddAtTop,
  typed,
  faults,
}: UnitFormProps & { readonly faults: Readonly<Record<string, string>> }) {
  const t = useT();
  const locale = useLocale();
  return (
    <SelectField
      name="parent"
      label={t('organisation.parent')}
      defaultValue={typed?.parent ?? ''}
      error={faults.parent}
      options={[
        ...(mayAddAtTop ? [{ value: '', label: t('organisation.parent.none') }] : []),
        ...above.map(({ id, name }) => ({ value: id, label: chooseText(name, locale).text })),
      ]}
    />
  );
}

function UnitFacts({ unit }: { readonly unit: UnitView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('organisation.unit')}>
      <FactList
        facts={[
          { label: t('organisation.name'), value: chooseText(unit.name, locale).text },
          {
            label: t('organisation.units.what'),
            value: t(unit.issuer ? 'organisation.units.issues' : 'organisation.units.groups'),
          },
          ...(unit.issuer
            ? [{ label: t('organisation.signs.did'), value: <span className="mono">{unit.issuer.did}</span> }]
            : []),
        ]}
      />
    </Section>
  );
}

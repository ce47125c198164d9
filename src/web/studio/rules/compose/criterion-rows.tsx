import { chooseText } from '../../../lib/content-text.ts';
import { useLocale, useT } from '../../../lib/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { LanguageFields } from '../../designer/language-fields.tsx';
import { RowControls } from '../../designer/row-controls.tsx';
import { CheckFields } from './check-fields.tsx';
import { isOpen, type PackFieldsProps } from './pack-fields.ts';

/** The institution's own criteria; one that repeats the name of an inherited one takes its place. */
export function CriterionRows(props: PackFieldsProps) {
  const t = useT();
  const { pack, faults } = props;
  return (
    <>
      {faults.criteria && <p className="field-error">{faults.criteria}</p>}
      {pack.criteria.length === 0 && <p className="text-ink2">{t('rules.compose.criteria.none')}</p>}
      <datalist id="guide-sections">
        {props.shelf.sections.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <ol className="editor-rows">
        {pack.criteria.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <CriterionRow key={at} {...props} at={at} />
        ))}
      </ol>
      <div className="mt-4">
        <Button name="act" value="add:criteria:0" formAction="#criteria">
          {t('rules.compose.criteria.add')}
        </Button>
      </div>
    </>
  );
}

function CriterionRow(props: PackFieldsProps & { readonly at: number }) {
  const t = useT();
  const locale = useLocale();
  const { pack, languages, faults, focus, at } = props;
  const criterion = pack.criteria[at];
  if (!criterion) return null;
  const path = `criteria.${at}`;
  const name = criterion.id || t('rules.compose.criterion.new');
  const choose = (member: 'severity' | 'kind', values: readonly string[], words: (one: string) => string) => (
    <SelectField
      name={`${path}.${member}`}
      label={t(`rules.criterion.${member}`)}
      defaultValue={criterion[member]}
      error={faults[`${path}.${member}`]}
      options={values.map((value) => ({ value, label: words(value) }))}
    />
  );
  return (
    <li
      className="editor-row"
      id={`row-criteria-${at}`}
      tabIndex={-1}
      {...(focus === `criteria-${at}` && { 'data-focus-first': true })}
    >
      <span className="outcome-number" aria-hidden="true">
        {at + 1}
      </span>
      <div className="editor-row-fields">
        <details open={isOpen(props, path, `criteria-${at}`) || criterion.id === ''}>
          <summary>
            <span className="criterion-id">{name}</span> {chooseText(criterion.text, locale).text}
          </summary>
          <div className="editor-row-fields mt-4">
            <TextField
              name={`${path}.id`}
              label={t('rules.criterion.id')}
              hint={t('rules.criterion.id.hint')}
              defaultValue={criterion.id}
              error={faults[`${path}.id`]}
              maxLength={30}
              autoComplete="off"
              spellCheck={false}
            />
            <LanguageFields
              name={`${path}.text`}
              label={t('rules.criterion.text')}
              text={criterion.text}
              languages={languages}
              faults={faults}
              lines={2}
            />
            <LanguageFields
              name={`${path}.help`}
              label={t('rules.criterion.help')}
              text={criterion.help}
              languages={languages}
              faults={faults}
              lines={3}
              optional
            />
            <div className="form-row">
              {choose(
                'severity',
                ['must', 'should', 'advice'],
                (one) => t(`workbench.severity.${one as 'must'}`), // one of the three above
              )}
              {choose('kind', ['human', 'auto', 'hybrid'], (one) => t(`workbench.kind.${one as 'human'}`))}
            </div>
            <CheckFields {...props} check={criterion.check} path={`${path}.check`} />
            <div className="form-row">
              <TextField
                name={`${path}.guide`}
                label={t('rules.criterion.guide')}
                hint={t('rules.criterion.guide.hint')}
                list="guide-sections"
                defaultValue={criterion.guide ?? ''}
                error={faults[`${path}.guide`]}
                autoComplete="off"
                optional
              />
              <TextField
                name={`${path}.mapsTo`}
                label={t('rules.criterion.mapsTo')}
                hint={t('rules.criterion.mapsTo.hint')}
                defaultValue={criterion.mapsTo.join('; ')}
                error={faults[`${path}.mapsTo`]}
                autoComplete="off"
                optional
              />
              <TextField
                name={`${path}.mustBelowEcts`}
                inputMode="decimal"
                label={t('rules.criterion.mustBelowEcts')}
                defaultValue={criterion.mustBelowEcts ?? ''}
                error={faults[`${path}.mustBelowEcts`]}
                autoComplete="off"
                optional
              />
            </div>
          </div>
        </details>
        <RowControls list="criteria" at={at} count={pack.criteria.length} name={name} />
      </div>
    </li>
  );
}

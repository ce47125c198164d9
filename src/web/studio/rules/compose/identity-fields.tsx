import { DESIGN_KINDS } from '../../../../features/quality/pack.schema.ts';
import { chooseText } from '../../../lib/content-text.ts';
import { useLocale, useT } from '../../../lib/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../../ui/choices.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { LanguageFields } from '../../designer/language-fields.tsx';
import type { PackFieldsProps } from './pack-fields.ts';

export const INSTITUTION_KINDS = ['wo', 'hbo', 'mbo', 'hbo-mbo', 'other'] as const;

/** How it is cited, what it is for, on which days it holds and on what it builds. */
export function IdentityFields(props: PackFieldsProps) {
  const t = useT();
  const { pack, languages, faults } = props;
  const line = (name: 'id' | 'version' | 'jurisdiction', hint: string) => (
    <TextField
      name={name}
      label={t(`rules.field.${name}`)}
      hint={hint}
      defaultValue={pack[name]}
      error={faults[name]}
      autoComplete="off"
      spellCheck={false}
    />
  );
  return (
    <div className="form">
      <LanguageFields
        name="name"
        label={t('rules.name')}
        text={pack.name}
        languages={languages}
        faults={faults}
      />
      <LanguageFields
        name="summary"
        label={t('rules.field.summary')}
        text={pack.summary}
        languages={languages}
        faults={faults}
        lines={3}
      />
      <div className="form-row">
        {line('id', t('rules.field.id.hint'))}
        {line('version', t('rules.field.version.hint'))}
      </div>
      <div className="form-row">
        {(['validFrom', 'validUntil'] as const).map((name) => (
          <TextField
            key={name}
            type="date"
            name={name}
            label={t(`rules.field.${name}`)}
            defaultValue={pack[name] ?? ''}
            error={faults[name]}
            optional={name === 'validUntil'}
          />
        ))}
      </div>
      <ChoiceGroup label={t('rules.field.designKinds')} id="designKinds" error={faults.designKinds}>
        {DESIGN_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            name="designKinds"
            value={kind}
            label={t(`kind.${kind}`)}
            defaultChecked={pack.designKinds.includes(kind)}
          />
        ))}
      </ChoiceGroup>
      <Parents {...props} />
      <details className="editor-more" open={faults.jurisdiction !== undefined}>
        <summary>{t('rules.field.more')}</summary>
        <div className="form">
          {line('jurisdiction', t('rules.field.jurisdiction.hint'))}
          <InstitutionKinds name="institutionKinds" chosen={pack.institutionKinds} />
        </div>
      </details>
    </div>
  );
}

export function InstitutionKinds({
  name,
  chosen,
}: {
  readonly name: string;
  readonly chosen: readonly string[];
}) {
  const t = useT();
  return (
    <ChoiceGroup
      id={name}
      label={t('rules.field.institutionKinds')}
      hint={t('rules.field.institutionKinds.hint')}
    >
      {INSTITUTION_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          name={name}
          value={kind}
          label={t(`provider.kind.${kind}`)}
          defaultChecked={chosen.includes(kind)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** As many as there are, and one more to choose. */
function Parents({ pack, shelf, faults }: PackFieldsProps) {
  const t = useT();
  const locale = useLocale();
  const ids = new Map(shelf.packs.filter(({ force }) => force === 'now').map((one) => [one.id, one]));
  const options = [
    { value: '', label: t('rules.field.extends.none') },
    ...[...ids.values()].map(({ id, name }) => ({
      value: id,
      label: t('rules.field.extends.follows', { name: chooseText(name, locale).text, id }),
    })),
    ...shelf.packs.map(({ ref, name }) => ({
      value: ref,
      label: t('rules.field.extends.stays', { name: chooseText(name, locale).text, ref }),
    })),
  ];
  const rows = [...pack.extends, ''].slice(0, 5);
  return (
    <fieldset className="form">
      <legend className="group-label">{t('rules.field.extends')}</legend>
      <p className="field-hint">{t('rules.field.extends.hint')}</p>
      {rows.map((reference, at) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          key={at}
          name={`extends.${at}`}
          label={t('rules.field.extends.row', { number: at + 1 })}
          defaultValue={reference}
          error={faults[`extends.${at}`]}
          options={
            options.some(({ value }) => value === reference)
              ? options
              : [...options, { value: reference, label: reference }]
          }
        />
      ))}
      <div>
        <Button name="act" value="look" formAction="#inherited">
          {t('rules.field.extends.look')}
        </Button>
      </div>
    </fieldset>
  );
}

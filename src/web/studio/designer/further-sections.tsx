/** Where it leads, and what else there is to say. */
import type { OwnInstitution } from '../../../features/institutions/institutions.schema.ts';
import { listConcepts } from '../../../formats/vocabularies.ts';
import { chooseText } from '../../lib/content-text.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { WHOLE } from './align.ts';
import { FindButton, GoneMark } from './aligned-skills.tsx';
import { LanguageFields } from './language-fields.tsx';
import type { SectionProps } from './section-props.ts';

export function LeadsToSection({ content: { stackability, programme }, ...rest }: SectionProps) {
  const t = useT();
  return (
    <>
      <SelectField
        name="content.stackability.kind"
        label={t('studio.leads-to.kind')}
        defaultValue={stackability?.kind ?? ''}
        options={[
          { value: '', label: t('studio.not-said') },
          { value: 'stand-alone', label: t('studio.leads-to.stand-alone') },
          { value: 'stackable', label: t('studio.leads-to.stackable') },
        ]}
      />
      <LanguageFields
        {...rest}
        name="content.stackability.statement"
        label={t('studio.leads-to.statement')}
        hint={t('studio.leads-to.statement.hint')}
        text={stackability?.statement}
        lines={2}
        optional
      />
      <SelectField
        name="content.programme.place"
        label={t('studio.programme.place')}
        defaultValue={programme?.place ?? ''}
        options={[
          { value: '', label: t('studio.not-said') },
          { value: 'own-course', label: t('studio.programme.own-course') },
          { value: 'programme-unit', label: t('studio.programme.unit') },
        ]}
      />
      <div className="form-row">
        <TextField
          name="content.programme.programmeName"
          label={t('studio.programme.name')}
          defaultValue={programme?.programmeName ?? ''}
          optional
        />
        <TextField
          name="content.programme.registerNumber"
          label={t('studio.programme.number')}
          defaultValue={programme?.registerNumber ?? ''}
          optional
        />
      </div>
    </>
  );
}

export function MoreSection({ content, ...rest }: SectionProps) {
  const t = useT();
  const locale = useLocale();
  const skills = [...(content.skills ?? []), undefined];
  return (
    <>
      <LanguageFields
        {...rest}
        name="content.furtherInformation"
        label={t('studio.more.text')}
        text={content.furtherInformation}
        lines={3}
        optional
      />
      <TextField
        type="url"
        name="content.furtherInformationUrl"
        label={t('studio.more.url')}
        hint={t('studio.more.url.hint')}
        defaultValue={content.furtherInformationUrl ?? ''}
        error={rest.faults['content.furtherInformationUrl']}
        optional
      />
      <SelectField
        name="content.iscedF"
        label={t('studio.more.field')}
        defaultValue={content.iscedF ?? ''}
        options={[
          { value: '', label: t('studio.not-said') },
          ...listConcepts('iscedF').map(({ code }) => ({
            value: code,
            label: `${code} ${nameConcept(locale, 'iscedF', code)}`,
          })),
        ]}
        optional
      />
      <TextArea
        name="content.tags"
        label={t('studio.more.tags')}
        hint={t('studio.more.tags.hint')}
        rows={2}
        defaultValue={(content.tags ?? []).join(', ')}
        error={rest.faults['content.tags']}
        optional
      />
      <fieldset className="group" id="content.skills" tabIndex={-1}>
        <legend className="group-label">{t('studio.more.skills')}</legend>
        <p className="field-hint mb-3">{t('studio.more.skills.hint')}</p>
        {skills.map((skill, at) => (
          <div key={skill?.targetUrl ?? 'one-more'} className="form-row mb-4">
            <TextField
              name={`content.skills.${at}.targetName`}
              label={t('studio.more.skill.name')}
              defaultValue={skill?.targetName ?? ''}
              error={rest.faults[`content.skills.${at}.targetName`]}
            />
            <TextField
              type="url"
              name={`content.skills.${at}.targetUrl`}
              label={t('studio.more.skill.url')}
              defaultValue={skill?.targetUrl ?? ''}
              error={rest.faults[`content.skills.${at}.targetUrl`]}
            />
            <input
              type="hidden"
              name={skill?.targetFramework ? `content.skills.${at}.targetFramework` : ''}
              value={skill?.targetFramework ?? ''}
            />
            {skill && <GoneMark url={skill.targetUrl} gone={rest.gone} />}
          </div>
        ))}
        <FindButton target={WHOLE} name={t('skills.find.design')} />
      </fieldset>
    </>
  );
}

type PartnersProps = {
  readonly institution: Pick<OwnInstitution, 'units'>;
  readonly ownUnit: string | null;
  readonly partners: readonly string[];
};

export function PartnersSection({ institution, ownUnit, partners }: PartnersProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <ChoiceGroup label={t('studio.partners.label')} hint={t('studio.partners.hint')} id="partnerUnits">
      {institution.units
        .filter(({ slug }) => slug !== ownUnit)
        .map(({ slug, name }) => (
          <Checkbox
            key={slug}
            name="partnerUnits"
            value={slug}
            label={chooseText(name, locale).text}
            defaultChecked={partners.includes(slug)}
          />
        ))}
    </ChoiceGroup>
  );
}

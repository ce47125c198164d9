import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup, Radio } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import type { FormProps } from './profile-form.tsx';

const bases = ['contract', 'legitimate-interest', 'legal-obligation'] as const;
const features = ['microcredentials', 'api-awarding', 'catalogue'] as const;

export function RulesForm({ profile, problem, typed }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  const openTo = typed?.openTo ?? profile.openTo;
  const secondFactor = typed?.secondFactor ?? profile.secondFactor;
  return (
    <Section label={t('organisation.rules')} note={t('organisation.rules.note')} id="rules">
      <form method="post" action="#rules" className="form">
        {(['formalBasis', 'informalBasis'] as const).map((name) => (
          <SelectField
            key={name}
            name={name}
            label={t(`organisation.${name}`)}
            hint={t(`organisation.${name}.hint`)}
            defaultValue={typed?.[name] ?? profile[name] ?? ''}
            error={faults[name]}
            options={[
              ...bases.map((value) => ({ value, label: t(`organisation.basis.${value}`) })),
              { value: '', label: t('organisation.basis.none') },
            ]}
          />
        ))}
        <ChoiceGroup label={t('organisation.openTo')} hint={t('organisation.openTo.hint')} id="openTo">
          {(['all', 'none', 'listed'] as const).map((value) => (
            <Radio
              key={value}
              name="openTo"
              value={value}
              label={t(`organisation.openTo.${value}`)}
              defaultChecked={openTo === value}
            />
          ))}
        </ChoiceGroup>
        {profile.others.length > 0 && (
          <ChoiceGroup
            label={t('organisation.openTo.which')}
            id="openToInstitutions"
            error={faults.openToInstitutions}
          >
            {profile.others.map(({ slug, name }) => (
              <Checkbox
                key={slug}
                name="openToInstitutions"
                value={slug}
                label={chooseText(name, locale).text}
                defaultChecked={profile.openToInstitutions.includes(slug)}
              />
            ))}
          </ChoiceGroup>
        )}
        <ChoiceGroup
          label={t('organisation.secondFactor')}
          hint={t('organisation.secondFactor.hint')}
          id="secondFactor"
        >
          {(['required', 'off'] as const).map((value) => (
            <Radio
              key={value}
              name="secondFactor"
              value={value}
              label={t(`organisation.secondFactor.${value}`)}
              defaultChecked={secondFactor === value}
            />
          ))}
        </ChoiceGroup>
        <ButtonRow fill>
          <Button variant="primary" name="act" value="rules">
            {t('organisation.rules.save')}
          </Button>
        </ButtonRow>
      </form>
      <h3 className="label mt-6">{t('organisation.features')}</h3>
      <p className="s text-ink2">{t('organisation.features.note')}</p>
      <ul className="mt-2">
        {features.map((feature) => (
          <li key={feature}>
            {t(`organisation.feature.${feature}`)}:{' '}
            {t(profile.features.includes(feature) ? 'organisation.feature.on' : 'organisation.feature.off')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

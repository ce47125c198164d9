import { type ContentText, chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ChoiceGroup, Radio } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';

type Design = {
  readonly id: string;
  readonly title: ContentText;
  readonly unit: ContentText | null;
  readonly latestVersion: number;
};

/** A plain GET: what is chosen stands in the address. */
export function WhatStep({ designs }: { readonly designs: readonly Design[] }) {
  const t = useT();
  const locale = useLocale();
  if (designs.length === 0)
    return (
      <EmptyState
        title={t('studio.what.none')}
        action={<ButtonLink href="/studio/designs">{t('nav.designs')}</ButtonLink>}
      >
        {t('studio.what.none.text')}
      </EmptyState>
    );
  return (
    <Section label={t('studio.step.what')}>
      <form method="get" className="form">
        <SelectField
          name="design"
          label={t('studio.what.design')}
          hint={t('studio.what.design.hint')}
          options={designs.map(({ id, title, unit, latestVersion }) => ({
            value: id,
            label: [
              chooseText(title, locale).text,
              ...(unit ? [chooseText(unit, locale).text] : []),
              t('studio.version.number', { number: latestVersion }),
            ].join(' · '),
          }))}
        />
        <ChoiceGroup label={t('studio.what.how-many')}>
          <Radio
            name="many"
            value="0"
            defaultChecked
            label={t('studio.what.one')}
            hint={t('studio.what.one.hint')}
          />
          <Radio name="many" value="1" label={t('studio.what.many')} hint={t('studio.what.many.hint')} />
        </ChoiceGroup>
        <ButtonRow fill>
          <Button variant="primary">{t('studio.what.next')}</Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

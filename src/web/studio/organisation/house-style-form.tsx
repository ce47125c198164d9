import { nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField } from '../../lib/problem.ts';
import { Behaviour } from '../../ui/behaviour.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { LogoForm } from './logo-form.tsx';
import type { FormProps } from './profile-form.tsx';

export function HouseStyleForm({ profile, problem, typed }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  return (
    <Section label={t('organisation.style')} note={t('organisation.style.note')} id="house-style">
      <form method="post" action="#house-style" className="form">
        <fieldset className="inks" id="inks" tabIndex={-1}>
          <legend className="group-label">{t('organisation.inks')}</legend>
          <p className="field-hint">{t('organisation.inks.hint')}</p>
          <div
            className="ink-fields"
            data-inks
            data-light={t('organisation.fault.ink-light', { by: '{by}' })}
            data-close={t('organisation.fault.ink-close', { other: '{other}', distance: '{distance}' })}
          >
            {[0, 1, 2, 3].map((at) => {
              const ink = typed?.[`inks.${at}`] ?? profile.inks[at] ?? '';
              return (
                <div key={at} className="ink-field">
                  <svg className="ink-swatch" viewBox="0 0 24 24" aria-hidden="true" data-swatch>
                    <rect width="24" height="24" fill={/^#[0-9a-f]{6}$/i.test(ink) ? ink : 'none'} />
                  </svg>
                  <TextField
                    name={`inks.${at}`}
                    label={t('organisation.ink', { number: at + 1 })}
                    defaultValue={ink}
                    error={faults[`inks.${at}`]}
                    placeholder="#"
                    autoComplete="off"
                    spellCheck={false}
                    optional={at > 1}
                  />
                  <p className="field-error" role="status" data-ink-fault hidden />
                </div>
              );
            })}
          </div>
        </fieldset>
        <TextField
          name="senderName"
          label={t('organisation.senderName')}
          hint={t('organisation.senderName.hint')}
          defaultValue={typed?.senderName ?? profile.senderName ?? ''}
          error={faults.senderName}
          autoComplete="off"
          optional
        />
        <TextField
          name="replyTo"
          type="email"
          label={t('organisation.replyTo')}
          hint={t('organisation.replyTo.hint')}
          defaultValue={typed?.replyTo ?? profile.replyTo ?? ''}
          error={faults.replyTo}
          autoComplete="off"
          optional
        />
        <SelectField
          name="defaultLanguage"
          label={t('organisation.defaultLanguage')}
          hint={t('organisation.defaultLanguage.hint')}
          defaultValue={typed?.defaultLanguage ?? profile.defaultLanguage}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: nameLanguage(locale, value) }))}
        />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="house-style">
            {t('organisation.style.save')}
          </Button>
        </ButtonRow>
      </form>
      <LogoForm
        label={t('organisation.logo')}
        hint={t('organisation.logo.hint')}
        now={profile.logo}
        act="logo"
        name="logo"
      />
      <Behaviour name="inks" />
    </Section>
  );
}

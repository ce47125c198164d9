import { type KeysView, reasonSchema } from '../../../features/keys/keys.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';

export type TypedCompromise = Readonly<Record<'kid' | 'day' | 'time' | 'reason' | 'confirmation', string>>;

type CompromiseFormProps = {
  readonly issuers: KeysView['issuers'];
  readonly typed: TypedCompromise | undefined;
  readonly faults: Readonly<Record<string, string>>;
};

/** Cannot be taken back: the end of the key's name is typed, and whoever does it has shown who they are. */
export function CompromiseForm({ issuers, typed, faults }: CompromiseFormProps) {
  const t = useT();
  const locale = useLocale();
  const keys = issuers.flatMap((issuer) =>
    issuer.keys.map((key) => ({ ...key, issuer: chooseText(issuer.name, locale).text })),
  );
  return (
    <Section label={t('keys.compromise')} note={t('keys.compromise.note')} id="compromise">
      <form method="post" className="form" autoComplete="off">
        <p className="measure">{t('keys.compromise.text')}</p>
        <SelectField
          name="kid"
          label={t('keys.compromise.key')}
          defaultValue={typed?.kid ?? ''}
          options={[
            { value: '', label: t('keys.compromise.choose') },
            ...keys.map(({ kid, issuer, purpose, state }) => ({
              value: kid,
              label: `${issuer}: ${t(`keys.purpose.${purpose}`)}, ${t(`keys.state.${state}`)} (${kid.slice(-6)})`,
            })),
          ]}
          required
        />
        <TextField
          name="day"
          id="at"
          type="date"
          label={t('keys.compromise.day')}
          hint={t('keys.compromise.day.hint')}
          error={faults.at && t('keys.fault.at')}
          defaultValue={typed?.day ?? ''}
          required
        />
        <TextField
          name="time"
          type="time"
          label={t('keys.compromise.time')}
          defaultValue={typed?.time ?? '00:00'}
          required
        />
        <SelectField
          name="reason"
          label={t('keys.compromise.reason')}
          defaultValue={typed?.reason ?? 'suspected'}
          options={reasonSchema.options.map((value) => ({ value, label: t(`keys.reason.${value}`) }))}
        />
        <TextField
          name="confirmation"
          label={t('keys.compromise.confirmation')}
          hint={t('keys.compromise.confirmation.hint')}
          error={faults.confirmation && t('keys.fault.confirmation')}
          defaultValue=""
          maxLength={20}
          spellCheck={false}
          required
        />
        <ButtonRow fill>
          <Button variant="destructive" name="act" value="compromise">
            {t('keys.compromise.do')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

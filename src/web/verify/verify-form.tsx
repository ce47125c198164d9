import { useT } from '../lib/language.tsx';
import { Behaviour } from '../ui/behaviour.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError, TextArea, TextField } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import { BlindMark } from '../ui/waarmerk.tsx';

export type Refused = { readonly field: 'file' | 'at' | 'as'; readonly problem: string };

type VerifyFormProps = {
  readonly given: { readonly url: string; readonly at: string };
  readonly refused: Refused | undefined;
};

/** One form that works without scripts; with them a file can be dropped or pasted and is sent at once. */
export function VerifyForm({ given, refused }: VerifyFormProps) {
  const t = useT();
  const errorOf = (field: Refused['field']) => (refused?.field === field ? refused.problem : undefined);
  return (
    <form method="post" encType="multipart/form-data" data-verify>
      <div className="verify-ways grid12">
        <FileZone error={errorOf('file')} />
        <div className="verify-other">
          <div className="verify-line">
            <TextField
              name="url"
              type="url"
              inputMode="url"
              autoComplete="off"
              defaultValue={given.url}
              label={t('verify.url.label')}
              hint={t('verify.url.hint')}
            />
            <Button>{t('verify.check')}</Button>
          </div>
          <TextArea
            name="text"
            rows={3}
            spellCheck={false}
            autoComplete="off"
            label={t('verify.text.label')}
            hint={t('verify.text.hint')}
            className="mono verify-text"
          />
          <Button>{t('verify.check-text')}</Button>
          <details className="verify-options" open={refused !== undefined && refused.field !== 'file'}>
            <summary>{t('verify.options')}</summary>
            <div className="verify-options-fields">
              <TextField
                name="at"
                type="date"
                defaultValue={given.at}
                label={t('verify.at.label')}
                hint={t('verify.at.hint')}
                error={errorOf('at')}
              />
              <TextField
                name="as"
                autoComplete="off"
                label={t('verify.as.label')}
                hint={t('verify.as.hint')}
                error={errorOf('as')}
              />
            </div>
          </details>
        </div>
      </div>
      <Section label={t('verify.what-happens.title')}>
        <p className="measure">{t('verify.what-happens')}</p>
      </Section>
      <Answers />
      <Behaviour name="verify" />
    </form>
  );
}

function FileZone({ error }: { readonly error: string | undefined }) {
  const t = useT();
  return (
    <div className="drop-zone" data-drop-zone>
      <BlindMark className="drop-zone-mark" />
      <label htmlFor="file" className="h2 drop-zone-title">
        <span className="drop-zone-wide">{t('verify.file.title')}</span>
        <span className="drop-zone-narrow">{t('verify.file.title-narrow')}</span>
      </label>
      <p id="file-hint" className="text-ink2">
        {t('verify.file.hint')}
      </p>
      {error && <FieldError id="file-error">{error}</FieldError>}
      <input
        id="file"
        name="file"
        type="file"
        multiple
        accept=".png,.svg,.pdf,.json,.jsonld,.jwt,.jws,.txt,.zip,image/png,image/svg+xml,application/pdf,application/json,application/ld+json,application/zip"
        aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
        className="drop-zone-file"
      />
      <div>
        <Button variant="primary">{t('verify.check-file')}</Button>
      </div>
    </div>
  );
}

function Answers() {
  const t = useT();
  return (
    <Section label={t('verify.answers.title')}>
      <ul className="verify-answers">
        {(['passed', 'warning', 'failed', 'not-checked'] as const).map((state) => (
          <li key={state}>
            <StateMark state={state} />
            <p className="s mt-1 text-ink2">{t(`verify.answers.${state}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';

/** A picture that is shown beside a name: what there is now, another one, or none. */
export function LogoForm({
  label,
  hint,
  now,
  act,
  name,
}: {
  readonly label: string;
  readonly hint: string;
  readonly now: string | null;
  /** What the buttons say to the action: `logo` and `no-logo`. */
  readonly act: string;
  /** Of the file; the label points to it. */
  readonly name: string;
}) {
  const t = useT();
  return (
    <div className="form mt-5">
      {now && (
        <img
          src={now}
          width={96}
          height={96}
          alt={t('organisation.logo.now', { label })}
          className="logo-now"
        />
      )}
      <form method="post" encType="multipart/form-data" className="form">
        <div className="field">
          <label className="field-label" htmlFor={name}>
            {label}
          </label>
          <span className="field-hint" id={`${name}-hint`}>
            {hint}
          </span>
          <input
            id={name}
            type="file"
            name={name}
            accept="image/png,image/svg+xml"
            aria-describedby={`${name}-hint`}
            className="control"
            required
          />
        </div>
        <ButtonRow fill>
          <Button name="act" value={act}>
            {t('organisation.logo.use')}
          </Button>
        </ButtonRow>
      </form>
      {now && (
        <form method="post">
          <Button variant="tertiary" name="act" value={`no-${act}`}>
            {t('organisation.logo.remove')}
          </Button>
        </form>
      )}
    </div>
  );
}

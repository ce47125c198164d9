import { useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { Quality } from './find-quality.ts';
import { GuideLink } from './guide-link.tsx';

const VERDICTS = ['met', 'partly', 'not-met', 'not-applicable'] as const;

type Criterion = Quality['pack']['criteria'][number];

/** What a human weighs; a check cannot. */
export function listWeighed(pack: Quality['pack']): readonly Criterion[] {
  return pack.criteria.filter(({ kind }) => kind !== 'auto');
}

/** A verdict on each criterion, and the reason for it where it is not simply met. */
export function VerdictFields({
  quality,
  typed,
}: {
  readonly quality: Quality;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const weighed = listWeighed(quality.pack);
  if (weighed.length === 0) return null;
  return (
    <div>
      <h3 className="h3">{t('workbench.verdicts')}</h3>
      <p className="s measure mt-1 text-ink2">{t('workbench.verdicts.note')}</p>
      <ol className="criteria mt-3">
        {weighed.map((criterion) => (
          <li key={criterion.id} id={`verdict-${criterion.id}`} tabIndex={-1}>
            <OneVerdict quality={quality} criterion={criterion} typed={typed} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function OneVerdict({
  quality,
  criterion: { id, text, help, severity },
  typed,
}: {
  readonly quality: Quality;
  readonly criterion: Criterion;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const t = useT();
  return (
    <fieldset className="verdict">
      <legend className="criterion-head">
        <span className="criterion-id">{id}</span> <Content text={text} quiet />{' '}
        <span className="s font-normal text-ink2">
          ({t(`workbench.severity.${severity}`).toLocaleLowerCase()})
        </span>
      </legend>
      {help && (
        <p className="s measure text-ink2">
          <Content text={help} quiet />
        </p>
      )}
      <p className="s">
        <GuideLink quality={quality} criterion={id} />
      </p>
      <div className="verdict-choices">
        {VERDICTS.map((verdict) => (
          <label key={verdict} className="choice">
            <input
              type="radio"
              name={`verdict.${id}`}
              value={verdict}
              defaultChecked={typed[`verdict.${id}`] === verdict}
            />
            <span className="choice-text">{t(`workbench.verdict.${verdict}`)}</span>
          </label>
        ))}
      </div>
      <div className="verdict-reason">
        <TextArea
          name={`reason.${id}`}
          label={
            <>
              {t('workbench.verdict.reason')}
              <span className="sr-only">: {id}</span>
            </>
          }
          rows={2}
          defaultValue={typed[`reason.${id}`] ?? ''}
        />
      </div>
    </fieldset>
  );
}

import { listConcepts } from '../../../formats/vocabularies.ts';
import { nameConcept, nameLanguage, sayLoad } from '../../lib/design-words.ts';
import { formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Behaviour } from '../../ui/behaviour.tsx';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { addressOf } from '../designer/addresses.ts';
import { LanguageFields } from '../designer/language-fields.tsx';
import { type DossierProps, listRows } from './dossier-props.ts';
import { sumWorkload, type WorkloadSum } from './sum-workload.ts';

/** Where the hours go, and whether they come to the load that the design states. */
export function WorkloadPart(props: DossierProps) {
  const t = useT();
  const { dossier, languages, faults, spare } = props;
  const { activities, basis } = dossier.workload;
  return (
    <>
      <table className="table table-stack workload-table" data-workload>
        <caption className="sr-only">{t('workbench.workload.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workbench.workload.activity')}</th>
            <th scope="col">{t('workbench.workload.type')}</th>
            <th scope="col" className="number">
              {t('workbench.workload.hours')}
            </th>
            <th scope="col">{t('workbench.workload.contact')}</th>
            <th scope="col">
              <span className="sr-only">{t('studio.row.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listRows(activities.length, spare).map((at) => (
            <ActivityRow key={at} {...props} at={at} />
          ))}
        </tbody>
      </table>
      <Sums {...props} />
      <div className="button-row">
        <Button name="act" value="add:activities">
          {t('workbench.workload.add')}
        </Button>
      </div>
      <LanguageFields
        languages={languages}
        faults={faults}
        name="dossier.workload.basis"
        label={t('workbench.workload.basis')}
        hint={t('workbench.workload.basis.hint')}
        text={basis}
        lines={3}
      />
      <Behaviour name="dossier" />
    </>
  );
}

function ActivityRow({ dossier, languages, faults, at }: DossierProps & { readonly at: number }) {
  const t = useT();
  const locale = useLocale();
  const activity = dossier.workload.activities[at];
  const name = `dossier.workload.activities.${at}`;
  const number = at + 1;
  return (
    <tr
      id={activity ? `row-${activity.id}` : at === dossier.workload.activities.length ? 'spare' : undefined}
    >
      <td data-label={t('workbench.workload.activity')}>
        <div className="workload-labels">
          {activity && <input type="hidden" name={`${name}.id`} value={activity.id} />}
          {languages.map((language) => (
            <span key={language} className="workload-label">
              {languages.length > 1 && (
                <span className="xs text-ink3" aria-hidden="true">
                  {language.toUpperCase()}
                </span>
              )}
              <input
                type="text"
                id={`${name}.label.${language}`}
                name={`${name}.label.${language}`}
                lang={language}
                className="control control-dense"
                defaultValue={activity?.label[language] ?? ''}
                aria-label={t('workbench.workload.activity-in', {
                  number,
                  language: nameLanguage(locale, language),
                })}
                autoComplete="off"
              />
            </span>
          ))}
        </div>
      </td>
      <td data-label={t('workbench.workload.type')}>
        <div>
          <select
            name={`${name}.type`}
            className="control control-dense"
            defaultValue={activity?.type ?? ''}
            aria-label={t('workbench.workload.type-of', { number })}
          >
            {!activity && <option value="">{t('studio.not-said')}</option>}
            {listConcepts('learningActivity').map(({ code }) => (
              <option key={code} value={code}>
                {nameConcept(locale, 'learningActivity', code)}
              </option>
            ))}
          </select>
        </div>
      </td>
      <td className="number" data-label={t('workbench.workload.hours')}>
        <div>
          <input
            type="text"
            inputMode="decimal"
            id={`${name}.hours`}
            name={`${name}.hours`}
            className="control control-dense workload-hours"
            defaultValue={activity?.hours ?? ''}
            aria-label={t('workbench.workload.hours-of', { number })}
            aria-invalid={faults[`${name}.hours`] ? true : undefined}
            autoComplete="off"
            data-hours
          />
        </div>
      </td>
      <td data-label={t('workbench.workload.contact')}>
        <label className="choice">
          <input
            type="checkbox"
            name={`${name}.contact`}
            value="yes"
            defaultChecked={activity?.contact ?? false}
            aria-label={t('workbench.workload.contact-of', { number })}
          />
        </label>
      </td>
      <td>
        {activity && (
          <Button variant="tertiary" dense name="act" value={`remove:activities:${activity.id}`}>
            {t('studio.row.remove')}
            <span className="sr-only">: {t('workbench.workload.number', { number })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function Sums({ dossier, design }: DossierProps) {
  const t = useT();
  const locale = useLocale();
  const sum = sumWorkload(dossier.workload.activities, design.content.workload);
  const hours = (value: number) => formatNumber(locale, value);
  return (
    <dl className="workload-sums" data-stated={sum.stated}>
      <div>
        <dt>{t('workbench.workload.sum')}</dt>
        <dd className="figure-number" data-sum>
          {hours(sum.hours)}
        </dd>
        <dd className="s text-ink2">{t('workbench.workload.contact-sum', { hours: hours(sum.contact) })}</dd>
      </div>
      <div>
        <dt>{t('workbench.workload.stated')}</dt>
        <dd className="figure-number">{sum.stated === undefined ? '–' : hours(sum.stated)}</dd>
        <dd className="s text-ink2">
          {sayLoad({ t, locale }, design.content.workload) ?? t('studio.not-said')}
          {' · '}
          <a href={addressOf(design.id, 'workload')}>{t('workbench.workload.change')}</a>
        </dd>
      </div>
      <div>
        <dt>{t('workbench.workload.difference')}</dt>
        <dd
          data-difference
          data-fits={t('workbench.workload.fits')}
          data-short={t('workbench.workload.short', { hours: '#' })}
          data-over={t('workbench.workload.over', { hours: '#' })}
        >
          <Difference sum={sum} />
        </dd>
      </div>
    </dl>
  );
}

function Difference({ sum: { difference } }: { readonly sum: WorkloadSum }) {
  const t = useT();
  const locale = useLocale();
  if (difference === undefined)
    return <StateMark state="not-checked">{t('workbench.workload.unstated')}</StateMark>;
  if (difference === 0) return <StateMark state="passed">{t('workbench.workload.fits')}</StateMark>;
  const hours = formatNumber(locale, Math.abs(difference));
  return (
    <StateMark state="warning">
      {t(difference < 0 ? 'workbench.workload.short' : 'workbench.workload.over', { hours })}
    </StateMark>
  );
}

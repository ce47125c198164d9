import type { Assessment, DesignContent, Outcome, ProvenBy } from '../../../formats/facts.ts';
import { chooseText } from '../../lib/content-text.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Behaviour } from '../../ui/behaviour.tsx';
import { Content } from '../../ui/content-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import type { SectionProps } from './section-props.ts';

/** Which assessment proves which outcome: a table of outcomes by assessments; narrow, a block for each outcome. */
export function AlignmentSection({ content, faults }: SectionProps) {
  const t = useT();
  const locale = useLocale();
  const { outcomes, assessments } = content;
  if (outcomes.length === 0 || assessments.length === 0) return <p>{t('studio.matrix.empty')}</p>;
  return (
    <>
      <table className="matrix" data-matrix>
        <caption className="sr-only">{t('studio.matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio.matrix.outcome')}</th>
            {assessments.map((assessment) => (
              <th key={assessment.id} scope="col">
                <AssessmentHead assessment={assessment} />
              </th>
            ))}
            <th scope="col" className="number">
              {t('studio.matrix.weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome, at) => (
            <OutcomeRow key={outcome.id} content={content} outcome={outcome} at={at} faults={faults} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('studio.matrix.covered')}</th>
            {assessments.map(({ id, title }) => (
              <td key={id} data-covered={id} data-label={chooseText(title, locale).text}>
                {t('studio.matrix.of', {
                  count: content.provenBy.filter((cell) => cell.assessment === id).length,
                  all: outcomes.length,
                })}
              </td>
            ))}
            <td className="number" data-label={t('studio.matrix.weight')} data-total>
              {sumOf(content.provenBy)}%
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="matrix-legend s">
        <Dot coverage="full" /> {t('studio.coverage.full')} <Dot coverage="partial" />{' '}
        {t('studio.coverage.partial')} <Dot coverage="" /> {t('studio.coverage.none')}
      </p>
      <p className="s measure text-ink2">{t('studio.matrix.weights-hint')}</p>
      <Behaviour name="designer" />
    </>
  );
}

function AssessmentHead({ assessment }: { readonly assessment: Assessment }) {
  const t = useT();
  const locale = useLocale();
  const { title, weight, supervision, type } = assessment;
  return (
    <>
      <span className="matrix-name">
        <Content text={title} quiet />
      </span>
      <span className="matrix-note">
        {weight === undefined
          ? nameConcept(locale, 'assessment', type)
          : t('studio.matrix.of-result', { weight: formatNumber(locale, weight) })}
      </span>
      {supervision && <span className="matrix-note">{nameConcept(locale, 'supervision', supervision)}</span>}
    </>
  );
}

type RowProps = {
  readonly content: DesignContent;
  readonly outcome: Outcome;
  readonly at: number;
  readonly faults: SectionProps['faults'];
};

function OutcomeRow({ content, outcome, at, faults }: RowProps) {
  const t = useT();
  const cells = content.provenBy.filter((cell) => cell.outcome === outcome.id);
  return (
    <tr id={`row-${outcome.id}`} tabIndex={-1} data-finding={cells.length === 0 ? 'failed' : undefined}>
      <th scope="row">
        <span className="matrix-row-name">
          <span className="outcome-number">{at + 1}</span>
          <span className="t3 matrix-outcome">
            <Content text={outcome.text} quiet />
          </span>
        </span>
      </th>
      {content.assessments.map((assessment, column) => (
        <Cell
          key={assessment.id}
          index={at * content.assessments.length + column}
          content={content}
          outcome={{ ...outcome, number: at + 1 }}
          assessment={assessment}
          faults={faults}
        />
      ))}
      <td className="number" data-label={t('studio.matrix.weight')} data-row-total={outcome.id}>
        {cells.length === 0 ? (
          <StateMark state="failed">{t('studio.matrix.never')}</StateMark>
        ) : (
          <b>{sumOf(cells)}%</b>
        )}
      </td>
    </tr>
  );
}

type CellProps = {
  readonly index: number;
  readonly content: DesignContent;
  readonly outcome: Outcome & { readonly number: number };
  readonly assessment: Assessment;
  readonly faults: SectionProps['faults'];
};

function Cell({ index, content, outcome, assessment, faults }: CellProps) {
  const t = useT();
  const cell = content.provenBy.find((one) => one.outcome === outcome.id && one.assessment === assessment.id);
  const name = `content.provenBy.${index}`;
  const title = chooseText(assessment.title, useLocale()).text;
  const place = { outcome: outcome.number, assessment: title };
  return (
    <td className="matrix-cell" data-label={title} data-cell={`${outcome.id} ${assessment.id}`}>
      <input type="hidden" name={`${name}.outcome`} value={outcome.id} />
      <input type="hidden" name={`${name}.assessment`} value={assessment.id} />
      <span className="matrix-inputs">
        <span className="matrix-choice">
          <Dot coverage={cell?.coverage ?? ''} />
          <select
            name={`${name}.coverage`}
            defaultValue={cell?.coverage ?? ''}
            aria-label={t('studio.matrix.coverage-of', place)}
            className="matrix-select"
          >
            <option value="">{t('studio.coverage.none')}</option>
            <option value="partial">{t('studio.coverage.partial')}</option>
            <option value="full">{t('studio.coverage.full')}</option>
          </select>
        </span>
        <span className="matrix-weight">
          <input
            type="text"
            inputMode="decimal"
            name={`${name}.weight`}
            defaultValue={cell?.weight ?? ''}
            aria-label={t('studio.matrix.weight-of', place)}
            aria-invalid={faults[`${name}.weight`] ? true : undefined}
            autoComplete="off"
          />
          %
        </span>
      </span>
    </td>
  );
}

/** Full, half or absent; the words always stand beside it. */
function Dot({ coverage }: { readonly coverage: ProvenBy['coverage'] | '' }) {
  return (
    <svg className="dot" viewBox="0 0 16 16" aria-hidden="true" data-coverage={coverage}>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13Z" />
    </svg>
  );
}

function sumOf(cells: readonly ProvenBy[]): number {
  return Math.round(cells.reduce((sum, { weight }) => sum + (weight ?? 0), 0) * 100) / 100;
}

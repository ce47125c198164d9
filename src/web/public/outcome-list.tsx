import type { DesignContent } from '../../formats/facts.ts';
import { useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';

type OutcomeListProps = {
  readonly content: DesignContent;
  /** On an award: it was proven. On a design: it will be. */
  readonly proven?: boolean;
};

/** Outcomes numbered in kobalt, each with the assessments that prove it. */
export function OutcomeList({ content, proven }: OutcomeListProps) {
  return (
    <ol className="rows">
      {content.outcomes.map((outcome, index) => (
        <li key={outcome.id} className="outcome">
          <span className="outcome-number">{index + 1}</span>
          <span className="t3">
            <Content text={outcome.text} />
          </span>
          <Proof content={content} outcome={outcome.id} proven={proven ?? false} />
        </li>
      ))}
    </ol>
  );
}

function Proof({
  content,
  outcome,
  proven,
}: {
  readonly content: DesignContent;
  readonly outcome: string;
  readonly proven: boolean;
}) {
  const t = useT();
  const cells = content.provenBy.filter((cell) => cell.outcome === outcome);
  const assessments = cells.flatMap(
    (cell) => content.assessments.find(({ id }) => id === cell.assessment) ?? [],
  );
  return (
    <span className="outcome-proof">
      <span className="sr-only">{t(proven ? 'outcome.proven-by' : 'outcome.assessed-by')} </span>
      {assessments.map((assessment) => (
        <span key={assessment.id} className="block">
          <Content text={assessment.title} quiet />
        </span>
      ))}
    </span>
  );
}

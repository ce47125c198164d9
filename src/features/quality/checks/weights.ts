/** Weights add up: assessments to the whole, the matrix to its assessments, and no outcome weighs nothing. */
import type { DesignContent } from '../../../formats/index.ts';
import type { Check, Fault } from '../finding.ts';

/** Three thirds are written as 33.33. */
const ROUNDING = 0.1;

/** A design that weighs nothing, where each assessment is simply passed, has no weights to judge. */
export const checkWeights: Check = ({ content }) => {
  const inMatrix = content.provenBy.some(({ weight }) => weight !== undefined);
  const inAssessments = content.assessments.some(({ weight }) => weight !== undefined);
  return [
    ...(inAssessments ? judgeAssessments(content) : []),
    ...(inMatrix ? judgeCells(content) : []),
    ...(inMatrix || inAssessments ? judgeOutcomes(content, inMatrix) : []),
  ];
};

function judgeAssessments({ assessments }: DesignContent): Fault[] {
  const missing = assessments.flatMap(({ id, weight }, at): Fault[] =>
    weight === undefined
      ? [
          {
            pointer: `/content/assessments/${at}/weight`,
            reason: 'weight-missing',
            values: { assessment: id },
          },
        ]
      : [],
  );
  const total = sum(assessments.map(({ weight }) => weight));
  if (isClose(total, 100)) return missing;
  return [...missing, { pointer: '/content/assessments', reason: 'weights-do-not-sum', values: { total } }];
}

function judgeCells({ assessments, provenBy }: DesignContent): Fault[] {
  return assessments.flatMap(({ id, weight }): Fault[] => {
    const cells = provenBy.filter(({ assessment }) => assessment === id);
    const total = sum(cells.map((cell) => cell.weight));
    if (weight === undefined || cells.length === 0 || isClose(total, weight)) return [];
    return [
      {
        pointer: '/content/provenBy',
        reason: 'cells-do-not-sum',
        values: { assessment: id, total, weight },
      },
    ];
  });
}

function judgeOutcomes({ outcomes, assessments, provenBy }: DesignContent, inMatrix: boolean): Fault[] {
  const weightOf = (cell: DesignContent['provenBy'][number]) =>
    inMatrix ? cell.weight : assessments.find(({ id }) => id === cell.assessment)?.weight;
  return outcomes.flatMap(({ id }, at): Fault[] => {
    const cells = provenBy.filter(({ outcome }) => outcome === id);
    // That it is not assessed at all is another criterion.
    if (cells.length === 0 || sum(cells.map(weightOf)) > 0) return [];
    return [
      { pointer: `/content/outcomes/${at}`, reason: 'outcome-weighs-nothing', values: { outcome: id } },
    ];
  });
}

function sum(weights: readonly (number | undefined)[]): number {
  return Math.round(weights.reduce<number>((total, weight) => total + (weight ?? 0), 0) * 100) / 100;
}

function isClose(total: number, whole: number): boolean {
  return Math.abs(total - whole) <= ROUNDING + 1e-9;
}

import { useT } from '../../lib/language.tsx';
import type { Problem } from '../../lib/problem.ts';
import { sayProblem } from '../../lib/refusal-words.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { findPlace } from './find-place.ts';
import type { QualityData } from './load-quality.ts';
import { sayPlace, sayReason } from './say-finding.ts';

type ProblemProps = {
  readonly problem: Problem | undefined;
  readonly design: QualityData['design'];
};

/** A refusal in words, each of its grounds with the way to where it is mended. */
export function QualityProblem({ problem, design }: ProblemProps) {
  const t = useT();
  if (!problem) return null;
  const { title } = sayProblem(t, problem);
  const faults = problem.errors.map(({ pointer, detail }) => {
    if (pointer === '/verdicts') return { href: `#verdict-${detail}`, text: detail };
    if (!/^\/(content|dossier)\//.test(pointer)) return { href: '#now', text: t('workbench.problem.field') };
    const place = findPlace(design, pointer);
    const [criterion = '', reason = detail] = detail.split(': ');
    return {
      href: place.href,
      text: `${criterion}: ${sayReason(t, { reason })} (${sayPlace(t, place)})`,
    };
  });
  return <ErrorSummary title={title} faults={faults} />;
}

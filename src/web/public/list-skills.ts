import type { Alignment, DesignContent } from '../../formats/facts.ts';

/** Skills of the design and of its outcomes, each once. */
export function listSkills({
  skills = [],
  outcomes,
}: Pick<DesignContent, 'skills' | 'outcomes'>): Alignment[] {
  const all = [...skills, ...outcomes.flatMap(({ alignments = [] }) => alignments)];
  return [...new Map(all.map((one) => [one.targetUrl, one])).values()];
}

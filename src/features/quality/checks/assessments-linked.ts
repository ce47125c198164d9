import type { Check } from '../finding.ts';

export const checkAssessmentsLinked: Check = ({ content }) => {
  const proving = new Set(content.provenBy.map(({ assessment }) => assessment));
  return content.assessments.flatMap(({ id }, at) =>
    proving.has(id)
      ? []
      : [
          {
            pointer: `/content/assessments/${at}`,
            reason: 'assessment-not-linked',
            values: { assessment: id },
          },
        ],
  );
};

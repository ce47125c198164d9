/** Nobody is given a level at which nothing was assessed. */
import type { Check } from '../finding.ts';

export const checkLevelAssessed: Check = ({ content, dossier }) => {
  const claimed = content.level.eqf;
  const assessed = content.provenBy.flatMap(({ outcome }) => dossier.outcomes[outcome]?.eqf ?? []);
  if (claimed === undefined || assessed.length === 0) return [];
  const highest = Math.max(...assessed);
  if (claimed <= highest) return [];
  return [{ pointer: '/content/level/eqf', reason: 'level-above-assessed', values: { claimed, highest } }];
};

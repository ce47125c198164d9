/** What is called stackable says onto what, and whose word that is. */
import type { Check } from '../finding.ts';
import { isSaid } from './said.ts';

export const checkStackingAgreed: Check = ({ content, dossier }) => {
  if (content.stackability?.kind !== 'stackable') return [];
  const pointer = '/dossier/stacksInto';
  if (!dossier.stacksInto.some(({ name }) => isSaid(name)))
    return [{ pointer, reason: 'stacking-goal-missing' }];
  return dossier.stacksInto.flatMap(({ body }, at) =>
    isSaid(body) ? [] : [{ pointer: `${pointer}/${at}/body`, reason: 'stacking-body-missing' }],
  );
};

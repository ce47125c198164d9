/** Where something like it is published, it says what sets it apart. */
import type { Check } from '../finding.ts';
import { isSaid } from './said.ts';

export const checkDifference: Check = ({ dossier, similar }, { check }) => {
  const [nearest] = similar.filter(({ likeness }) => likeness >= (check?.min ?? 0));
  if (!nearest || isSaid(dossier.statements.difference?.text)) return [];
  return [
    {
      pointer: '/dossier/statements/difference',
      reason: 'difference-missing',
      values: { title: nearest.title },
    },
  ];
};

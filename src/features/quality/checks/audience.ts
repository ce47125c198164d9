/** Whom it is for is stated, and they are among those whom the framework serves. */
import type { Check, Fault } from '../finding.ts';
import { findMissingStatements } from './statement.ts';

export const checkAudience: Check = ({ dossier, pack }, criterion) => {
  const allowed = new Set(pack.limits.audiences.map(({ code }) => code));
  const missing = findMissingStatements(dossier, criterion);
  if (allowed.size === 0) return missing;
  if (dossier.audiences.length === 0)
    return [{ pointer: '/dossier/audiences', reason: 'audience-missing' }, ...missing];
  const others = dossier.audiences.flatMap((audience, at): Fault[] =>
    allowed.has(audience)
      ? []
      : [{ pointer: `/dossier/audiences/${at}`, reason: 'audience-not-allowed', values: { audience } }],
  );
  return [...others, ...missing];
};

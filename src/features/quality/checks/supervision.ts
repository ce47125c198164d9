/** Where an assessment takes place and whether anyone watches: what the European list says in one code. */
import type { Assessment } from '../../../formats/index.ts';
import type { Judged } from '../finding.ts';

/** Codes of the EU list `supervision-verification`. */
const UNSUPERVISED: ReadonlySet<string> = new Set(['df2880c5cb', 'c598449d64']);
/** Codes of the EU list `learning-assessment`. */
const ONLINE = '920fbb3cbe';
const PRESENTIAL = '9191af2ed9';

export function isUnsupervised({ supervision }: Assessment): boolean {
  return supervision !== undefined && UNSUPERVISED.has(supervision);
}

/** As it is stated; else where all of it takes place, when that is one place. */
export function placeOf(
  { id }: Assessment,
  { content, dossier }: Judged,
): 'on-site' | 'online' | 'workplace' | undefined {
  const stated = dossier.assessments[id]?.place;
  if (stated) return stated;
  if (content.participation.length !== 1) return undefined;
  if (content.participation[0] === ONLINE) return 'online';
  return content.participation[0] === PRESENTIAL ? 'on-site' : undefined;
}

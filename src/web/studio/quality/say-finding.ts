import type { Translate } from '../../lib/i18n.ts';
import type { Place } from './find-place.ts';
import type { Finding } from './find-quality.ts';
import { lookUp } from './look-up.ts';

type Said = Pick<Finding, 'reason' | 'values'>;

/** What is wrong; its bare name where nobody wrote words for it. */
export function sayReason(t: Translate, { reason, values }: Said): string {
  return lookUp(t, `quality.reasons.${reason}.what`, values) ?? reason;
}

export function sayMend(t: Translate, { reason, values }: Said): string | undefined {
  return lookUp(t, `quality.reasons.${reason}.mend`, values);
}

/** "Learning outcomes, 2" */
export function sayPlace(t: Translate, { part, row }: Place): string {
  const section =
    part.house === 'content' ? t(`studio.section.${part.section}`) : t(`workbench.section.${part.section}`);
  return row === undefined ? section : t('workbench.place.row', { section, row });
}

/** Those that must be met first. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const order = ['must', 'should', 'advice'];
  return findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

export function countOpen(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'must').length;
}

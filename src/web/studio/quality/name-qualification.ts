import type { QualificationView } from '../../../features/quality/staff.schema.ts';
import type { Translate } from '../../lib/i18n.ts';

const KNOWN = ['utq', 'sutq', 'bdb', 'bke', 'ske', 'pdg', 'other'] as const;

/** Its own name where the institution gave one. */
export function nameQualification(
  t: Translate,
  { kind, kindName }: Pick<QualificationView, 'kind' | 'kindName'>,
): string {
  const known = KNOWN.find((one) => one === kind);
  return kindName ?? (known ? t(`workbench.qualification.${known}`) : kind);
}

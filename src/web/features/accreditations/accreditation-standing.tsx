import type { AccreditationView } from '../../../features/accreditations/accreditations.schema.ts';
import { useT } from '../../lib/language.tsx';
import { type State, StateMark } from '../../ui/state-mark.tsx';

const STATES: Readonly<Record<AccreditationView['standing'], State>> = {
  'in-force': 'passed',
  ending: 'warning',
  renewed: 'passed',
  expired: 'warning',
  'not-yet': 'not-checked',
  withdrawn: 'failed',
};

export function AccreditationStanding({ standing }: Pick<AccreditationView, 'standing'>) {
  const t = useT();
  return <StateMark state={STATES[standing]}>{t(`accreditations.standing.${standing}`)}</StateMark>;
}

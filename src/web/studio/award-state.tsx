import { useT } from '../lib/language.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import type { AwardState } from './award-words.ts';

/** Only a revoked award is a judgement; the others are facts, and a tick would say that a check ran (DESIGN 1). */
export function AwardStateMark({
  state,
  expired,
}: {
  readonly state: AwardState;
  readonly expired: boolean;
}) {
  const t = useT();
  const words = expired && state === 'claimed' ? t('studio.award.expired') : t(`studio.award.state.${state}`);
  return state === 'revoked' ? <StateMark state="failed">{words}</StateMark> : <b>{words}</b>;
}

import { formatDay, formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { type State, StateMark } from '../../ui/state-mark.tsx';
import { lookUp } from '../quality/look-up.ts';
import type { MeetingData } from './meeting-data.ts';

type Decision = NonNullable<MeetingData['meeting']['agenda'][number]['decision']>;

const STATE_OF: Readonly<Record<string, State>> = {
  approved: 'passed',
  'approved-conditional': 'warning',
  'changes-requested': 'warning',
  rejected: 'failed',
};

/** What was decided, in whose words, with a reason for each criterion that was not simply met. */
export function DecisionTaken({ decision }: { readonly decision: Decision }) {
  const t = useT();
  const locale = useLocale();
  const { outcome, summary, at, by, reasons, conditions } = decision;
  return (
    <div className="agenda-decision">
      <p>
        <StateMark state={STATE_OF[outcome] ?? 'not-checked'}>
          <b>{lookUp(t, `committee.decided.${outcome}`) ?? outcome}</b>
        </StateMark>
      </p>
      <blockquote className="t3 measure">{summary}</blockquote>
      <p className="s text-ink2">
        {t('committee.decided.by', {
          name: by.name || t('committee.unnamed'),
          day: formatInstantDay(locale, at),
        })}
      </p>
      {reasons.length > 0 && (
        <ul className="rows mt-2">
          {reasons.map(({ criterion, verdict, reason }) => (
            <li key={criterion} className="py-2 s">
              <b>{criterion}</b> {lookUp(t, `workbench.verdict.${verdict}`) ?? verdict}
              {reason && <span className="block text-ink2">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
      {conditions.length > 0 && (
        <ul className="rows mt-2">
          {conditions.map(({ text, owner, due, metOn }) => (
            <li key={text} className="py-2 s">
              <StateMark state={metOn ? 'passed' : 'warning'}>{text}</StateMark>
              <span className="block text-ink2">
                {t('committee.condition', { owner, day: formatDay(locale, due) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useT } from '../../lib/language.tsx';
import { lookUp } from '../quality/look-up.ts';
import type { MeetingData } from './meeting-data.ts';

type VotesProps = {
  readonly item: MeetingData['meeting']['agenda'][number];
  readonly state: MeetingData['meeting']['state'];
};

/** How many count, against how many must; then who said what. Who stepped back is named, and not counted. */
export function CommitteeVotes({ item: { votes, quorum, rule }, state }: VotesProps) {
  const t = useT();
  if (state === 'planned') return <p className="s text-ink2">{t(`committee.rule.${rule}`, { quorum })}</p>;
  const counted = votes.filter(({ vote }) => vote !== 'recused').length;
  return (
    <div>
      <p className="s">
        <b>{t('committee.votes', { count: counted, quorum })}</b>{' '}
        <span className="text-ink2">{t(`committee.rule.${rule}`, { quorum })}</span>
      </p>
      {votes.length > 0 && (
        <ul className="agenda-votes">
          {votes.map(({ by, vote, reason }) => (
            <li key={by.id} className="s">
              <b>{by.name || t('committee.unnamed')}</b>
              <span className="block">{lookUp(t, `committee.vote.${vote}`) ?? vote}</span>
              {reason && <span className="block text-ink2">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

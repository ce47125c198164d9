import { useT } from '../../lib/language.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { type Kind, Punches } from '../../ui/tags.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';
import { lookUp } from '../quality/look-up.ts';
import { CommitteeVotes } from './committee-votes.tsx';
import { DecisionTaken } from './decision-taken.tsx';
import type { MeetingData } from './meeting-data.ts';

type Meeting = MeetingData['meeting'];
type ItemProps = {
  readonly item: Meeting['agenda'][number];
  readonly number: number;
  readonly meeting: Meeting;
  readonly mayConvene: boolean;
};

/** The facts, the advice, the votes, the decision: in the order in which a committee comes to them. */
export function AgendaItem({ item, number, meeting, mayConvene }: ItemProps) {
  const t = useT();
  const { design, title, kind, makers, round, pack, state, decision } = item;
  const isOpen = meeting.state === 'open' && state === 'committee-review';
  const names = makers.map(({ name }) => name).filter(Boolean);
  return (
    <li className="agenda-item" id={`item-${number}`}>
      <span className="agenda-number" aria-hidden="true">
        {number}
      </span>
      <div className="agenda-body">
        <h3 className="t2">
          <a href={qualityAddressOf(design)} className="quiet-link">
            <Content text={title} quiet />
          </a>
        </h3>
        <Punches kind={kind as Kind /* a design's kind, which the API names as text */}>
          {t('committee.item.round', { round, pack })}
        </Punches>
        <p className="s text-ink2">
          {names.length > 0
            ? t('committee.item.makers', { names: names.join(', ') })
            : t('board.makers.none')}
        </p>
        <Advice advice={item.advice} />
        <CommitteeVotes item={item} state={meeting.state} />
        {decision && <DecisionTaken decision={decision} />}
        {!decision && meeting.state === 'closed' && <p>{t('committee.item.postponed')}</p>}
        {meeting.state === 'planned' && mayConvene && (
          <form method="post" className="button-row">
            <Button dense variant="tertiary" name="take-off" value={design}>
              {t('committee.off')}
              <span className="sr-only">
                : <Content text={title} quiet />
              </span>
            </Button>
          </form>
        )}
        {isOpen && (
          <div className="button-row">
            <ButtonLink dense variant="primary" href={`${qualityAddressOf(design)}#now`}>
              {t('committee.item.vote')}
              <span className="sr-only">
                : <Content text={title} quiet />
              </span>
            </ButtonLink>
          </div>
        )}
      </div>
    </li>
  );
}

function Advice({ advice }: Pick<ItemProps['item'], 'advice'>) {
  const t = useT();
  return advice.map(({ step, by, outcome, summary }) => (
    <figure key={`${step} ${by.id} ${summary}`} className="agenda-advice">
      <blockquote className="t3 measure">{summary}</blockquote>
      <figcaption className="s text-ink2">
        {by.name || t('committee.unnamed')}, {lookUp(t, `workbench.opinion.step.${step}`) ?? step}:{' '}
        {lookUp(t, `workbench.opinion.said.${outcome}`) ?? outcome}
      </figcaption>
    </figure>
  ));
}

import type { Figure, FiguresView, ReplyView } from '../../../features/feedback/feedback.schema.ts';
import { formatDay, formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { Table } from '../../ui/table.tsx';
import { readQuestion, sayAnswersTo } from './questions.ts';

type Outcomes = readonly { readonly id: string; readonly text: Readonly<Record<string, string>> }[];

/** Each group by itself, never a total: plain numbers, with how many answered. */
export function FeedbackFigures({
  groups,
  outcomes,
}: {
  readonly groups: readonly FiguresView[];
  readonly outcomes: Outcomes;
}) {
  const t = useT();
  const locale = useLocale();
  if (groups.length === 0) return <p className="measure text-ink2">{t('feedback.none')}</p>;
  return (
    <div className="feedback-groups">
      {groups.map(({ kind, n, figures, countedOn }) => {
        const name = t(`feedback.group.${kind}`);
        return (
          <div key={kind}>
            <h3 className="h3">
              {t('feedback.group.of', {
                name,
                n: formatNumber(locale, n),
                date: formatDay(locale, countedOn),
              })}
            </h3>
            <FigureTable caption={name} figures={figures} outcomes={outcomes} />
          </div>
        );
      })}
      <p className="s measure text-ink2">{t('feedback.rule')}</p>
    </div>
  );
}

function FigureTable({
  caption,
  figures,
  outcomes,
}: {
  readonly caption: string;
  readonly figures: readonly Figure[];
  readonly outcomes: Outcomes;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      caption={caption}
      rows={figures}
      rowKey={({ question }) => question}
      columns={[
        {
          key: 'question',
          head: t('feedback.table.question'),
          cell: ({ question }) => {
            const { label, outcome } = readQuestion(t, question);
            const named = outcomes.find(({ id }) => id === outcome);
            return (
              <>
                {label}
                {named && (
                  <span className="s block font-normal text-ink2">
                    <Content text={named.text} />
                  </span>
                )}
              </>
            );
          },
        },
        {
          key: 'answers',
          head: t('feedback.table.answers'),
          cell: ({ question, counts }) => (
            <ul className="answer-counts">
              {sayAnswersTo(t, question).map((answer, at) => (
                <li key={answer}>
                  {answer} <b>{formatNumber(locale, counts[at] ?? 0)}</b>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'n',
          head: t('feedback.table.n'),
          number: true,
          cell: ({ n }) => formatNumber(locale, n),
        },
      ]}
    />
  );
}

/** What was heard beside what was done with it. */
export function WeDid({
  replies,
  action,
}: {
  readonly replies: readonly ReplyView[];
  readonly action?: (reply: ReplyView) => React.ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="we-did">
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className="s text-ink2">{formatDay(locale, reply.on)}</p>
          <dl>
            {(['said', 'did'] as const).map((part) => (
              <div key={part}>
                <dt className="s text-ink2">{t(`feedback.${part}`)}</dt>
                <dd className="measure">
                  <Content text={reply[part]} />
                </dd>
              </div>
            ))}
          </dl>
          {action?.(reply)}
        </li>
      ))}
    </ul>
  );
}

import type { Figure, FiguresView, ReplyView } from '../../../features/feedback/feedback.schema.ts';
import { formatDay, formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { Table } from '../../ui/table.tsx';
import { sayAnswersTo, sayQuestion } from './questions.ts';

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
            <FigureTables caption={name} figures={figures} outcomes={outcomes} />
          </div>
        );
      })}
      <p className="s measure text-ink2">{t('feedback.rule')}</p>
    </div>
  );
}

type TableProps = {
  readonly caption: string;
  readonly figures: readonly Figure[];
  readonly outcomes: Outcomes;
};

/** What was asked of each outcome stands in one row with it; what was asked all in all follows. */
function FigureTables({ caption, figures, outcomes }: TableProps) {
  const t = useT();
  const find = (aspect: string, id: string) => figures.find(({ question }) => question === `${aspect}.${id}`);
  const overall = figures.filter(({ question }) => !question.includes('.'));
  const answered = outcomes.filter(({ id }) => find('can', id) || find('use', id));
  return (
    <>
      {answered.length > 0 && (
        <Table
          caption={caption}
          rows={answered}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'outcome',
              head: t('feedback.table.outcome'),
              cell: ({ text }) => <Content text={text} />,
            },
            ...OUTCOME_ASPECTS.map((aspect) => ({
              key: aspect,
              head: t(`feedback.q.${aspect}`),
              cell: ({ id }: Outcomes[number]) => <Counts figure={find(aspect, id)} />,
            })),
          ]}
        />
      )}
      {overall.length > 0 && (
        <Table
          caption={caption}
          rows={overall}
          rowKey={({ question }) => question}
          columns={[
            {
              key: 'question',
              head: t('feedback.table.question'),
              cell: ({ question }) => sayQuestion(t, question),
            },
            {
              key: 'answers',
              head: t('feedback.table.answers'),
              cell: (figure) => <Counts figure={figure} />,
            },
          ]}
        />
      )}
    </>
  );
}

const OUTCOME_ASPECTS = ['can', 'use'] as const;

/** Each answer with how often it was given, and of how many. */
function Counts({ figure }: { readonly figure: Figure | undefined }) {
  const t = useT();
  const locale = useLocale();
  if (!figure) return <span className="text-ink2">{t('feedback.table.too-few')}</span>;
  const { question, counts, n } = figure;
  return (
    <ul className="answer-counts">
      {sayAnswersTo(t, question).map((answer, at) => (
        <li key={answer}>
          {answer} <b>{formatNumber(locale, counts[at] ?? 0)}</b>
        </li>
      ))}
      <li className="text-ink2">{t('feedback.table.of', { n: formatNumber(locale, n) })}</li>
    </ul>
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

import { data } from 'react-router';
import { type OwnFeedback, ownFeedbackSchema } from '../../features/feedback/feedback.schema.ts';
import { QuestionFields } from '../features/feedback/question-fields.tsx';
import { listQuestions, readAnswers } from '../features/feedback/questions.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Content } from '../ui/content-text.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/feedback.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/v1/awards/${encodeURIComponent(params.award)}/feedback`;
  return { own: await readApi(context, path, ownFeedbackSchema) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const moment = form.get('moment') === 'later' ? 'later' : 'claim';
  const path = `/api/v1/awards/${encodeURIComponent(params.award)}/feedback/${moment}`;
  const here = `/feedback/${params.award}`;
  const withdraws = form.get('intent') === 'withdraw';
  const answers = readAnswers(form);
  const text = String(form.get('text') ?? '');
  const sent = withdraws
    ? await sendApi(context, path, { method: 'DELETE' })
    : await sendApi(context, path, { method: 'PUT', body: { answers, text } });
  if (!sent.ok)
    return data({ problem: sent.problem, moment, answers, text }, { status: sent.problem.status });
  return redirectWithMessage(context, here, { key: withdraws ? 'feedback.withdrawn' : 'feedback.done' });
}

type Given = OwnFeedback['given'][number];

/** What a learner says of what they earned: now, and once more after half a year. */
export default function Feedback({ loaderData: { own }, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const title = chooseText(own.title, locale).text;
  const open = own.given.some(({ moment }) => moment === own.moment) ? [] : [own.moment];
  return (
    <Page title={`${t('feedback.title')} ${title}`}>
      <Breadcrumb
        crumbs={[
          { name: t('backpack.title'), href: '/backpack' },
          { name: title, href: `/backpack/${own.award}` },
          { name: t('feedback.title') },
        ]}
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <PageHead title={t('feedback.title')} lead={t('feedback.lead')} />
      <Section label={t('feedback.who')}>
        <p className="measure">{t('feedback.who.text')}</p>
      </Section>
      {open.map((moment) => (
        <Questions
          key={moment}
          own={own}
          moment={moment}
          typed={actionData?.moment === moment ? actionData : undefined}
        />
      ))}
      {own.given.map((given) => (
        <Questions key={given.moment} own={own} moment={given.moment} given={given} />
      ))}
      {own.moment === 'claim' && (
        <p className="measure mt-8 text-ink2">
          {t('feedback.later', { date: formatDay(locale, own.laterFrom) })}
        </p>
      )}
    </Page>
  );
}

type QuestionsProps = {
  readonly own: OwnFeedback;
  readonly moment: OwnFeedback['moment'];
  readonly given?: Given;
  readonly typed?: { readonly answers: Readonly<Record<string, number>>; readonly text: string } | undefined;
};

function Questions({ own, moment, given, typed }: QuestionsProps) {
  const t = useT();
  const locale = useLocale();
  const known = typed ?? given;
  const mayWrite = given === undefined || given.mayChange;
  return (
    <form method="post" id={moment}>
      <input type="hidden" name="moment" value={moment} />
      <Section label={t(`feedback.moment.${moment}`)} note={t('feedback.outcomes.note')}>
        {given && (
          <p className="measure mb-4">
            {t(given.mayChange ? 'feedback.given' : 'feedback.given.fixed', {
              date: formatDay(locale, given.givenOn),
              until: formatDay(locale, given.changeUntil),
            })}
          </p>
        )}
        <fieldset className="feedback-questions" disabled={!mayWrite}>
          <legend className="sr-only">{t('feedback.outcomes')}</legend>
          {own.outcomes.map(({ id, text }) => (
            <div key={id}>
              <h3 className="t3 measure">
                <Content text={text} />
              </h3>
              <QuestionFields questions={listQuestions(t, 'outcome', id)} given={known?.answers ?? {}} />
            </div>
          ))}
          <div>
            <h3 className="t3">{t('feedback.overall')}</h3>
            <QuestionFields questions={listQuestions(t, 'learner')} given={known?.answers ?? {}} />
          </div>
          <TextArea
            id={`${moment}-text`}
            name="text"
            label={t('feedback.words')}
            hint={t('feedback.words.hint')}
            defaultValue={known?.text ?? ''}
            maxLength={2000}
            rows={4}
            optional
          />
        </fieldset>
        <div className="mt-6">
          <ButtonRow fill>
            {mayWrite && (
              <Button variant="primary" name="intent" value="give">
                {t(given ? 'feedback.change' : 'feedback.send')}
              </Button>
            )}
            {given && (
              <Button name="intent" value="withdraw">
                {t('feedback.withdraw')}
              </Button>
            )}
          </ButtonRow>
        </div>
      </Section>
    </form>
  );
}

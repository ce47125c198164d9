import type { ReactNode } from 'react';
import { data } from 'react-router';
import { designFeedbackSchema } from '../../../features/feedback/feedback.schema.ts';
import { FeedbackFigures, WeDid } from '../../features/feedback/feedback-figures.tsx';
import { readApi, sendApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { readDesign } from '../designer/load-designer.ts';
import { OutlineFrame } from '../designer/outline.tsx';
import type { Route } from './+types/feedback.ts';
import { feedbackAddressOf } from './addresses.ts';
import { DesignTabs } from './design-tabs.tsx';
import { ComplaintForm, Complaints, ReadingForm, ReplyForm, Words } from './feedback-parts.tsx';
import { requestOf } from './feedback-request.ts';
import { findQuality } from './find-quality.ts';
import { Part } from './part.tsx';
import { readTyped, textOf } from './read-act-form.ts';
import { countOpen } from './say-finding.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const design = await readDesign(context, params.id);
  const quality = await findQuality(context, params.id);
  const path = `/api/v1/designs/${encodeURIComponent(params.id)}/feedback`;
  return {
    design,
    open: countOpen(quality?.findings ?? []),
    feedback: await readApi(context, path, designFeedbackSchema),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { path, ...sending } = requestOf(textOf(form, 'act'), form);
  const sent = await sendApi(
    context,
    `/api/v1/designs/${encodeURIComponent(params.id)}/feedback/${path}`,
    sending,
  );
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  return redirectWithMessage(context, feedbackAddressOf(params.id), { key: 'feedback.studio.done' });
}

type Listed = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly body: ReactNode;
};

/** What learners, employers and colleagues say of the version that is offered, and what its makers did with it. */
export default function Feedback({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { design, open, feedback } = loaderData;
  const parts = listParts(t, loaderData, actionData?.typed ?? {});
  return (
    <div className="workbench">
      <title>{`${t('workbench.tab.feedback')}: ${chooseText(design.content.title, locale).text} – Waarmerk`}</title>
      <OutlineFrame
        design={design}
        label={t('workbench.quality.parts')}
        items={parts.map(({ id, title }) => ({ href: `#${id}`, name: title, count: 0, current: false }))}
      />
      <div className="workbench-main">
        <DesignTabs design={design.id} current="feedback" open={open} />
        <ProblemSummary problem={actionData?.problem} />
        <h1 className="h1">{t('workbench.tab.feedback')}</h1>
        <p className="lead workbench-lead">
          {feedback.version === null
            ? t('refusal.feedback.nothing-offered')
            : t('feedback.studio.note', { number: feedback.version })}
        </p>
        {parts.map(({ id, title, note, body }) => (
          <Part key={id} id={id} title={title} note={note}>
            {body}
          </Part>
        ))}
      </div>
    </div>
  );
}

function listParts(
  t: ReturnType<typeof useT>,
  { feedback }: Route.ComponentProps['loaderData'],
  typed: Readonly<Record<string, string>>,
): readonly Listed[] {
  const { groups, outcomes, replies, texts, complaints, ownReading, may, version } = feedback;
  if (version === null) return [];
  const withdraw = ({ id }: { readonly id: string }) => (
    <form method="post">
      <Button dense name="act" value={`unreply:${id}`}>
        {t('feedback.studio.reply.withdraw')}
      </Button>
    </form>
  );
  const mayReply = may.includes('reply');
  const all: readonly (Listed & { readonly shown: boolean })[] = [
    {
      ...{ id: 'figures', title: t('feedback.public'), shown: true },
      body: <FeedbackFigures groups={groups} outcomes={outcomes} />,
    },
    {
      ...{ id: 'words', title: t('feedback.studio.words'), shown: (texts ?? []).length > 0 },
      note: t('feedback.studio.words.note'),
      body: <Words texts={texts ?? []} />,
    },
    {
      ...{ id: 'we-did', title: t('feedback.we-did'), shown: replies.length > 0 || mayReply },
      body: (
        <>
          <WeDid replies={replies} {...(mayReply ? { action: withdraw } : {})} />
          {mayReply && <ReplyForm typed={typed} />}
        </>
      ),
    },
    {
      ...{ id: 'complaints', title: t('feedback.studio.complaints'), shown: texts !== null },
      body: (
        <>
          <Complaints complaints={complaints} />
          {may.includes('complain') && <ComplaintForm typed={typed} />}
        </>
      ),
    },
    {
      ...{ id: 'reading', title: t('feedback.studio.reading'), shown: may.includes('read') },
      note: t('feedback.studio.reading.note'),
      body: <ReadingForm own={ownReading} />,
    },
  ];
  return all.filter(({ shown }) => shown);
}

import type { ReactNode } from 'react';
import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { OutlineFrame } from '../designer/outline.tsx';
import type { Route } from './+types/quality.ts';
import type { Refused } from './act-form.tsx';
import { actOnDesign } from './act-on-design.ts';
import { Acts } from './acts.tsx';
import { Comments } from './comments.tsx';
import { Conditions } from './conditions.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { DesignTabs } from './design-tabs.tsx';
import { FindingNumbers, FindingsByCriterion } from './findings-list.tsx';
import { loadQuality, type QualityData } from './load-quality.ts';
import { Part } from './part.tsx';
import { QualityProblem } from './quality-problem.tsx';
import { Decision, History, Opinions, Votes } from './said.tsx';
import { countOpen } from './say-finding.ts';
import { QualityFacts, WhereItStands } from './where-it-stands.tsx';

export const handle: PageHandle = { scripts: false };

export function loader({ context, params }: Route.LoaderArgs) {
  return loadQuality(context, params.id);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  return await actOnDesign({ context, id: params.id, form: await request.formData() });
}

/** One design on its way: where it stands, what can be done, what is found, what was said. */
export default function Quality({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { design, quality } = loaderData;
  const parts = listParts(loaderData, actionData);
  return (
    <div className="workbench">
      <title>{`${t('workbench.quality')}: ${chooseText(design.content.title, locale).text} – Waarmerk`}</title>
      <OutlineFrame
        design={design}
        label={t('workbench.quality.parts')}
        items={parts.map(({ id, count }) => ({
          href: `#${id}`,
          name: t(`workbench.part.${id}`),
          count,
          current: false,
        }))}
      />
      <div className="workbench-main">
        <DesignTabs design={design.id} current="quality" open={countOpen(quality.findings)} />
        <QualityProblem problem={actionData?.problem} design={design} />
        <h1 className="h1">{t('workbench.quality')}</h1>
        <p className="lead workbench-lead">{t('workbench.quality.lead')}</p>
        <WhereItStands quality={quality} />
        {parts.map(({ id, body }) => (
          <Part key={id} id={id} title={t(`workbench.part.${id}`)}>
            {body}
          </Part>
        ))}
      </div>
      <QualityFacts design={design.id} quality={quality} />
    </div>
  );
}

type PartId =
  | 'now'
  | 'decision'
  | 'conditions'
  | 'findings'
  | 'votes'
  | 'opinions'
  | 'comments'
  | 'criteria'
  | 'history';
type Listed = { readonly id: PartId; readonly count: number; readonly body: ReactNode };

/** Parts of which there is nothing to say are left out. */
function listParts(data: QualityData, refused: Refused): readonly Listed[] {
  const { design, quality } = data;
  const { findings, opinions, votes, comments, conditions, decision, events, pack } = quality;
  const all: readonly (Listed & { readonly shown: boolean })[] = [
    { id: 'now', count: 0, shown: true, body: <Acts data={data} refused={refused} /> },
    {
      id: 'decision',
      count: 0,
      shown: decision !== null,
      body: decision && <Decision decision={decision} />,
    },
    {
      id: 'conditions',
      count: conditions.filter(({ metOn }) => !metOn).length,
      shown: conditions.length > 0,
      body: <Conditions quality={quality} refused={refused} />,
    },
    {
      id: 'findings',
      count: findings.length,
      shown: true,
      body: (
        <>
          <FindingNumbers findings={findings} />
          <FindingsByCriterion design={design} quality={quality} findings={findings} />
        </>
      ),
    },
    { id: 'votes', count: votes.length, shown: votes.length > 0, body: <Votes votes={votes} /> },
    {
      id: 'opinions',
      count: opinions.length,
      shown: opinions.length > 0,
      body: <Opinions opinions={opinions} />,
    },
    {
      id: 'comments',
      count: comments.filter(({ resolved }) => !resolved).length,
      shown: true,
      body: <Comments data={data} refused={refused} />,
    },
    { id: 'criteria', count: pack.criteria.length, shown: true, body: <CriteriaList quality={quality} /> },
    { id: 'history', count: 0, shown: events.length > 0, body: <History events={events} /> },
  ];
  return all.filter(({ shown }) => shown);
}

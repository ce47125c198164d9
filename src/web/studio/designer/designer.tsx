import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { DesignTabs } from '../quality/design-tabs.tsx';
import { countOpen } from '../quality/say-finding.ts';
import { sayFaults } from '../say-faults.ts';
import type { Route } from './+types/designer.ts';
import { addressOf } from './addresses.ts';
import { changeDesign } from './change-design.ts';
import { FindingCounts, Findings } from './findings.tsx';
import { languagesOf } from './languages.ts';
import { loadDesigner } from './load-designer.ts';
import { Outline } from './outline.tsx';
import { SectionBody } from './section-body.tsx';
import { isSection } from './sections.ts';

export const handle: PageHandle = { scripts: false };

export function loader({ context, params, request }: Route.LoaderArgs) {
  return loadDesigner(context, params.id, new URL(request.url));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const asked = new URL(request.url).searchParams.get('section');
  const section = isSection(asked) ? asked : 'summary';
  return await changeDesign({ context, id: params.id, section, form: await request.formData() });
}

/** Another writer was faster; the code of `designs/draft-changed`. */
const DRAFT_CHANGED = 'urn:waarmerk:problem:designs/draft-changed';

/** The workbench: outline, the form of one section, findings. */
export default function Designer({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { design, section, quality } = loaderData;
  const content = actionData?.typed ?? design.content;
  const problem = sayFaults(t, actionData?.problem);
  const name = t(`studio.section.${section}`);
  return (
    <div className="workbench">
      <title>{`${name}: ${chooseText(design.content.title, locale).text} – Waarmerk`}</title>
      <Outline design={design} section={section} />
      <div className="workbench-main">
        {quality && <DesignTabs design={design.id} current="content" open={countOpen(quality.findings)} />}
        {problem?.type === DRAFT_CHANGED ? (
          <StatusBar
            state="failed"
            title={t('studio.conflict.title')}
            note={
              <>
                {t(actionData?.typed ? 'studio.conflict.typed' : 'studio.conflict.nothing')}{' '}
                <a href={addressOf(design.id, section)}>{t('studio.conflict.look')}</a>
              </>
            }
            announce="assertive"
          />
        ) : (
          <ProblemSummary problem={problem} />
        )}
        <h1 className="h1">{name}</h1>
        <p className="lead workbench-lead">{t(`studio.section.${section}.lead`)}</p>
        <FindingCounts data={loaderData} />
        <SectionBody
          data={loaderData}
          content={content}
          languages={languagesOf(design.content)}
          faults={faultsByField(problem)}
        />
      </div>
      <Findings data={loaderData} />
    </div>
  );
}

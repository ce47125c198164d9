import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { languagesOf } from '../designer/languages.ts';
import { OutlineFrame, type OutlineItem } from '../designer/outline.tsx';
import { sayFaults } from '../say-faults.ts';
import type { Route } from './+types/dossier.ts';
import { dossierAddressOf } from './addresses.ts';
import { bringIn } from './bring-in.ts';
import { changeDossier } from './change-dossier.ts';
import { DesignTabs } from './design-tabs.tsx';
import { DossierAside } from './dossier-aside.tsx';
import { DossierBody } from './dossier-body.tsx';
import {
  type DossierSectionId,
  dossierSectionIds,
  isDossierSection,
  sectionOfPointer,
  stateOfSection,
} from './dossier-sections.ts';
import { FilesPart } from './files-part.tsx';
import { loadQuality, type QualityData } from './load-quality.ts';
import { loadStaff } from './load-staff.ts';
import { countOpen } from './say-finding.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const section = readSection(searchParams);
  const { qualifications } = await loadStaff(context, section);
  return {
    ...(await loadQuality(context, params.id)),
    section,
    staff: qualifications,
    spare: Math.min(20, Number(searchParams.get('spare')) || 0),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const section = readSection(new URL(request.url).searchParams);
  const form = await request.formData();
  if (section === 'files') return await bringIn({ context, id: params.id, form });
  return await changeDossier({ context, id: params.id, section, form });
}

function readSection(query: URLSearchParams): DossierSectionId {
  const asked = query.get('section');
  return isDossierSection(asked) ? asked : 'outcomes';
}

/** The workbench of what a design is judged by: outline, the form of one section, help and findings. */
export default function DossierPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { design, quality, section, mayWrite } = loaderData;
  const dossier = actionData?.typed ?? quality.dossier;
  const problem = sayFaults(t, actionData?.problem);
  const name = t(`workbench.section.${section}`);
  return (
    <div className="workbench">
      <title>{`${name}: ${chooseText(design.content.title, locale).text} – Waarmerk`}</title>
      <OutlineFrame
        design={design}
        label={t('workbench.dossier.parts')}
        items={dossierSectionIds.map((id) => listItem(loaderData, id, section, t(`workbench.section.${id}`)))}
      />
      <div className="workbench-main">
        <DesignTabs design={design.id} current="dossier" open={countOpen(quality.findings)} />
        <Refusal problem={problem} here={dossierAddressOf(design.id, section)} />
        <h1 className="h1">{name}</h1>
        <p className="lead workbench-lead">{t(`workbench.section.${section}.lead`)}</p>
        {section === 'files' ? (
          <FilesPart data={loaderData} />
        ) : (
          <DossierBody
            section={section}
            revision={quality.dossierRevision}
            mayWrite={mayWrite}
            design={design}
            pack={quality.pack}
            staff={loaderData.staff}
            dossier={dossier}
            languages={languagesOf(design.content)}
            faults={faultsByField(problem)}
            spare={loaderData.spare || 1}
          />
        )}
      </div>
      <DossierAside data={loaderData} section={section} />
    </div>
  );
}

function listItem(
  { design, quality }: QualityData,
  id: DossierSectionId,
  current: DossierSectionId,
  name: string,
): OutlineItem {
  const open = countOpen(
    quality.findings.filter(
      ({ pointer }) => pointer.startsWith('/dossier') && sectionOfPointer(pointer) === id,
    ),
  );
  return {
    href: dossierAddressOf(design.id, id),
    name,
    ...(id === 'files' ? {} : { state: stateOfSection(id, quality.dossier, open) }),
    count: open,
    current: id === current,
  };
}

/** Another writer was faster: of the dossier, or of the draft into which a sentence was to be taken. */
const CHANGED = ['urn:waarmerk:problem:quality/changed', 'urn:waarmerk:problem:designs/draft-changed'];

function Refusal({ problem, here }: { readonly problem: Problem | undefined; readonly here: string }) {
  const t = useT();
  if (!problem || !CHANGED.includes(problem.type)) return <ProblemSummary problem={problem} />;
  return (
    <StatusBar
      state="failed"
      title={t(problem.type === CHANGED[0] ? 'workbench.conflict.title' : 'studio.conflict.title')}
      note={
        <>
          {t(problem.type === CHANGED[0] ? 'studio.conflict.typed' : 'studio.conflict.nothing')}{' '}
          <a href={here}>{t('studio.conflict.look')}</a>
        </>
      }
      announce="assertive"
    />
  );
}

import { bringIn } from '../features/frameworks/act-on-frameworks.ts';
import { BringForm } from '../features/frameworks/framework-forms.tsx';
import { FrameworkList } from '../features/frameworks/framework-list.tsx';
import { readFrameworks } from '../features/frameworks/read-frameworks.ts';
import { sayFrameworkFaults } from '../features/frameworks/say-file-fault.ts';
import { appContext } from '../lib/app-context.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { mayAct } from '../lib/session.ts';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/frameworks.ts';
import { InstitutionTabs } from './institution-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  return { session, frameworks: await readFrameworks(context, 'institution') };
}

export async function action({ context, request }: Route.ActionArgs) {
  return await bringIn({ context, keeper: 'institution', form: await request.formData() });
}

/** What outcomes can be aligned with without typing addresses. */
export default function Frameworks({
  loaderData: { session, frameworks },
  actionData,
}: Route.ComponentProps) {
  const t = useT();
  const problem = sayFrameworkFaults(t, actionData?.problem);
  return (
    <Page title={t('frameworks.title')}>
      <PageHead title={t('frameworks.title')} lead={t('frameworks.lead')} />
      <InstitutionTabs current="/studio/frameworks" session={session} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('frameworks.available')}>
        <FrameworkList frameworks={frameworks} page="/studio/frameworks" />
      </Section>
      {mayAct(session, 'institution.manage') && (
        <BringForm typed={actionData?.typed ?? {}} faults={faultsByField(problem)} />
      )}
    </Page>
  );
}

import { bringIn } from '../features/frameworks/act-on-frameworks.ts';
import { BringForm } from '../features/frameworks/framework-forms.tsx';
import { FrameworkList } from '../features/frameworks/framework-list.tsx';
import { readFrameworks } from '../features/frameworks/read-frameworks.ts';
import { sayFrameworkFaults } from '../features/frameworks/say-file-fault.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/frameworks.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  return { frameworks: await readFrameworks(context, 'operator') };
}

export async function action({ context, request }: Route.ActionArgs) {
  return await bringIn({ context, keeper: 'operator', form: await request.formData() });
}

/** What the operator offers to every institution. */
export default function OfferedFrameworks({ loaderData: { frameworks }, actionData }: Route.ComponentProps) {
  const t = useT();
  const problem = sayFrameworkFaults(t, actionData?.problem);
  return (
    <Page title={t('frameworks.title')}>
      <PageHead title={t('frameworks.title')} lead={t('frameworks.lead.operator')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('frameworks.offered')}>
        <FrameworkList frameworks={frameworks} page="/operator/frameworks" />
      </Section>
      <BringForm typed={actionData?.typed ?? {}} faults={faultsByField(problem)} />
    </Page>
  );
}

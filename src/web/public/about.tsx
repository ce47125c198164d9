import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';

export const handle: PageHandle = { scripts: false };

export default function About() {
  const t = useT();
  return (
    <Page title={t('about.title')}>
      <PageHead title={t('about.title')} lead={t('about.lead')} />
      {(['credential', 'checks', 'marks', 'privacy'] as const).map((part) => (
        <Section key={part} id={part} label={t(`about.${part}.title`)}>
          <p className="measure">{t(`about.${part}.text`)}</p>
        </Section>
      ))}
    </Page>
  );
}

import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { WrittenPage } from './written-page.tsx';

export const handle: PageHandle = { scripts: false };

export default function About() {
  const t = useT();
  return (
    <WrittenPage
      title="about.title"
      lead="about.lead"
      parts={[
        {
          id: 'credential',
          title: 'about.credential.title',
          texts: ['about.credential.text', 'about.kinds.text'],
        },
        {
          id: 'checks',
          title: 'about.checks.title',
          texts: ['about.checks.text', 'about.checks.order'],
          more: (
            <p>
              <a href="/verify">{t('footer.verify')}</a>
            </p>
          ),
        },
        { id: 'marks', title: 'about.marks.title', texts: ['about.marks.text'] },
        {
          id: 'open',
          title: 'about.open.title',
          texts: ['about.open.text'],
          more: (
            <p>
              <a href="/api/docs">{t('footer.api')}</a>
            </p>
          ),
        },
        {
          id: 'privacy',
          title: 'about.privacy.title',
          texts: ['about.privacy.text'],
          more: (
            <p>
              <a href="/privacy">{t('footer.privacy')}</a>
            </p>
          ),
        },
      ]}
    />
  );
}

import type { PageHandle } from '../lib/page-handle.ts';
import { WrittenPage } from './written-page.tsx';

export const handle: PageHandle = { scripts: false };

export default function Privacy() {
  return (
    <WrittenPage
      title="privacy.title"
      lead="privacy.lead"
      parts={[
        {
          id: 'holder',
          title: 'privacy.holder.title',
          texts: ['privacy.holder.text', 'privacy.holder.public'],
        },
        {
          id: 'visitor',
          title: 'privacy.visitor.title',
          texts: ['privacy.visitor.text', 'privacy.verify.text'],
        },
        { id: 'cookies', title: 'privacy.cookies.title', texts: ['privacy.cookies.text'] },
        { id: 'institution', title: 'privacy.institution.title', texts: ['privacy.institution.text'] },
        { id: 'rights', title: 'privacy.rights.title', texts: ['privacy.rights.text'] },
      ]}
    />
  );
}

import type { PageHandle } from '../lib/page-handle.ts';
import { WrittenPage } from './written-page.tsx';

export const handle: PageHandle = { scripts: false };

export default function Accessibility() {
  return (
    <WrittenPage
      title="accessibility.title"
      lead="accessibility.lead"
      parts={[
        {
          id: 'works',
          title: 'accessibility.works.title',
          texts: ['accessibility.works.text', 'accessibility.works.marks'],
        },
        { id: 'tested', title: 'accessibility.tested.title', texts: ['accessibility.tested.text'] },
        { id: 'known', title: 'accessibility.known.title', texts: ['accessibility.known.text'] },
        { id: 'tell-us', title: 'accessibility.tell-us.title', texts: ['accessibility.tell-us.text'] },
      ]}
    />
  );
}

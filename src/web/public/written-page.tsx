import type { ReactNode } from 'react';
import type { TextKey } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';

type WrittenPart = {
  readonly id: string;
  readonly title: TextKey;
  readonly texts: readonly TextKey[];
  readonly more?: ReactNode;
};

type WrittenPageProps = {
  readonly title: TextKey;
  readonly lead: TextKey;
  readonly parts: readonly WrittenPart[];
};

/** A page of words: a label in the margin, paragraphs beside it. */
export function WrittenPage({ title, lead, parts }: WrittenPageProps) {
  const t = useT();
  return (
    <Page title={t(title)}>
      <PageHead title={t(title)} lead={t(lead)} />
      {parts.map((part) => (
        <Section key={part.id} id={part.id} label={t(part.title)}>
          <div className="paragraphs measure">
            {part.texts.map((text) => (
              <p key={text}>{t(text)}</p>
            ))}
            {part.more}
          </div>
        </Section>
      ))}
    </Page>
  );
}

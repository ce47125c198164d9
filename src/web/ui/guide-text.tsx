import { chooseText } from '../lib/content-text.ts';
import { useLocale } from '../lib/language.tsx';
import { WrittenText } from './written-text.tsx';

type GuideSection = {
  readonly code: string;
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
};

/** Sections of a Guide, each with the anchor by which criteria cite it. */
export function GuideText({
  sections,
  level,
}: {
  readonly sections: readonly GuideSection[];
  readonly level: 'h2' | 'h3';
}) {
  const locale = useLocale();
  const Heading = level;
  return (
    <div className="guide-text">
      {sections.map(({ code, title, text }, at) => {
        const [named, written] = [chooseText(title, locale), chooseText(text, locale)];
        return (
          <section key={code || at} id={code || undefined} tabIndex={-1} aria-labelledby={`guide-${at}`}>
            <Heading id={`guide-${at}`} className="h2" lang={named.lang}>
              <span className="guide-number">{at + 1}</span> {named.text}
            </Heading>
            <WrittenText text={written.text} lang={written.lang} under={level} />
          </section>
        );
      })}
    </div>
  );
}

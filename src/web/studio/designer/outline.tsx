import type { MissingElement } from '../../../features/designs/designs.schema.ts';
import { formatInstant } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { NamedIcon } from '../../ui/icons.tsx';
import { Punches } from '../../ui/tags.tsx';
import type { DesignerData } from './load-designer.ts';
import { type SectionId, sectionIds, sectionOf, stateOf } from './sections.ts';

type OutlineProps = { readonly design: DesignerData['design']; readonly section: SectionId };

/** From 1280 px beside the form; below that behind *Sections* (DESIGN 4). */
export function Outline({ design, section }: OutlineProps) {
  const t = useT();
  const locale = useLocale();
  const about = t(design.latestVersion > 0 ? 'studio.outline.draft-of' : 'studio.outline.first-draft', {
    number: design.latestVersion + 1,
  });
  return (
    <div className="workbench-outline">
      <p className="s">
        <a href="/studio/designs">{t('studio.outline.all')}</a>
      </p>
      <p className="t2 mt-3">
        <Content text={design.content.title} quiet />
      </p>
      <p className="xs mt-1 text-ink2">
        {about} · {t('studio.outline.saved', { time: formatInstant(locale, design.changedAt) })}
      </p>
      <div className="mt-2">
        <Punches kind={design.content.kind} />
      </div>
      <nav className="outline-wide" aria-label={t('studio.outline.label')}>
        <SectionLinks design={design} section={section} />
      </nav>
      <details className="outline-narrow">
        <summary className="button button-dense">{t('studio.outline.sections')}</summary>
        <nav aria-label={t('studio.outline.label')}>
          <SectionLinks design={design} section={section} />
        </nav>
      </details>
      <p className="outline-count s text-ink2">
        {t('studio.outline.count', { at: sectionIds.indexOf(section) + 1, count: sectionIds.length })}
      </p>
    </div>
  );
}

/** Sections that are acts rather than content have no state of their own. */
const ACTS: readonly SectionId[] = ['partners', 'image', 'languages', 'preview', 'publish'];

function SectionLinks({ design, section }: OutlineProps) {
  const t = useT();
  return (
    <ul className="section-links">
      {sectionIds.map((id) => {
        const count = countIn(id, design.missing);
        const state = stateOf(id, design.content, design.missing);
        return (
          <li key={id}>
            <a
              href={`/studio/designs/${design.id}?section=${id}`}
              aria-current={id === section ? 'page' : undefined}
              className="outline-link"
            >
              {ACTS.includes(id) ? (
                <span className="icon" />
              ) : (
                <span className={`state-${state} outline-icon`}>
                  <NamedIcon name={state} />
                  <span className="sr-only">{t(`studio.outline.${state}`)}: </span>
                </span>
              )}
              <span>{t(`studio.section.${id}`)}</span>
              {count > 0 && <span className="outline-number">{count}</span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function countIn(id: SectionId, missing: readonly MissingElement[]): number {
  return missing.filter((one) => sectionOf(one) === id).length;
}

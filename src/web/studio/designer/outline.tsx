import type { MissingElement } from '../../../features/designs/designs.schema.ts';
import { formatInstant } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { NamedIcon } from '../../ui/icons.tsx';
import { Punches } from '../../ui/tags.tsx';
import { addressOf } from './addresses.ts';
import type { DesignerData } from './load-designer.ts';
import { type SectionId, type SectionState, sectionIds, sectionOf, stateOf } from './sections.ts';

export type OutlineItem = {
  readonly href: string;
  readonly name: string;
  /** Absent for what is an act, or a place on the page. */
  readonly state?: SectionState;
  readonly count: number;
  readonly current: boolean;
};

type FrameProps = {
  readonly design: DesignerData['design'];
  readonly label: string;
  readonly items: readonly OutlineItem[];
};

/** From 1280 px beside the form; below that behind *Sections* (DESIGN 4). */
export function OutlineFrame({ design, label, items }: FrameProps) {
  const t = useT();
  const locale = useLocale();
  const about = t(design.latestVersion > 0 ? 'studio.outline.draft-of' : 'studio.outline.first-draft', {
    number: design.latestVersion + 1,
  });
  const at = items.findIndex(({ current }) => current) + 1;
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
      <nav className="outline-wide" aria-label={label}>
        <OutlineLinks items={items} />
      </nav>
      <details className="outline-narrow">
        <summary className="button button-dense">{t('studio.outline.sections')}</summary>
        <nav aria-label={label}>
          <OutlineLinks items={items} />
        </nav>
      </details>
      {at > 0 && (
        <p className="outline-count s text-ink2">{t('studio.outline.count', { at, count: items.length })}</p>
      )}
    </div>
  );
}

function OutlineLinks({ items }: { readonly items: readonly OutlineItem[] }) {
  const t = useT();
  const hasStates = items.some(({ state }) => state !== undefined);
  return (
    <ul className="section-links" data-plain={!hasStates || undefined}>
      {items.map(({ href, name, state, count, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined} className="outline-link">
            {state ? (
              <span className={`state-${state} outline-icon`}>
                <NamedIcon name={state} />
                <span className="sr-only">{t(`studio.outline.${state}`)}: </span>
              </span>
            ) : (
              hasStates && <span className="icon" />
            )}
            <span>{name}</span>
            {count > 0 && <span className="outline-number">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Sections that are acts rather than content have no state of their own. */
const ACTS: readonly SectionId[] = ['partners', 'image', 'languages', 'preview', 'publish'];

type OutlineProps = { readonly design: DesignerData['design']; readonly section: SectionId };

export function Outline({ design, section }: OutlineProps) {
  const t = useT();
  return (
    <OutlineFrame
      design={design}
      label={t('studio.outline.label')}
      items={sectionIds.map((id) => ({
        href: addressOf(design.id, id),
        name: t(`studio.section.${id}`),
        ...(ACTS.includes(id) ? {} : { state: stateOf(id, design.content, design.missing) }),
        count: countIn(id, design.missing),
        current: id === section,
      }))}
    />
  );
}

function countIn(id: SectionId, missing: readonly MissingElement[]): number {
  return missing.filter((one) => sectionOf(one) === id).length;
}

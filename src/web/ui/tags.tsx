import type { ReactNode } from 'react';
import { useT } from '../lib/language.tsx';
import { joinClasses } from './class-names.ts';
import { NamedIcon } from './icons.tsx';

export type Kind = 'microcredential' | 'proof-of-competence' | 'edubadge';

export type PunchFacts = {
  readonly kind: Kind;
  /** European Qualifications Framework, 1 to 8; without a claimed level there is no hexagon. */
  readonly eqf?: number | undefined;
  readonly ects?: number | undefined;
  readonly hours?: number | undefined;
};

/** Always in the order kind, level, load; language and form follow as plain text (DESIGN 5). */
export function Punches({
  kind,
  eqf,
  ects,
  hours,
  children,
}: PunchFacts & { readonly children?: ReactNode }) {
  const t = useT();
  return (
    <div className="tags">
      <span className={joinClasses('tag', `tag-${kind}`)}>{t(`kind.${kind}`)}</span>
      {eqf !== undefined && <span className="tag tag-level">{t('level.eqf', { level: eqf })}</span>}
      {ects !== undefined && <span className="tag tag-load">{t('load.ects', { amount: ects })}</span>}
      {ects === undefined && hours !== undefined && (
        <span className="tag tag-load">{t('load.hours', { count: hours })}</span>
      )}
      {children && <span className="tag-note">{children}</span>}
    </div>
  );
}

export type ChipFacts = { readonly name: string; readonly removeHref: string };

/** What is set now; each goes away by a link, so that the address tells the state. */
export function Chips({
  label,
  chips,
  clearHref,
}: {
  readonly label: string;
  readonly chips: readonly ChipFacts[];
  readonly clearHref?: string;
}) {
  const t = useT();
  if (chips.length === 0) return null;
  return (
    <ul className="tags" aria-label={label}>
      {chips.map(({ name, removeHref }) => (
        <li key={name}>
          <a className="chip" href={removeHref} aria-label={t('frame.remove', { name })}>
            {name}
            <NamedIcon name="cross" />
          </a>
        </li>
      ))}
      {clearHref && (
        <li className="s">
          <a href={clearHref}>{t('frame.clear-all')}</a>
        </li>
      )}
    </ul>
  );
}

/** A word with its icon: who can see it, what it is. */
export function WithIcon({
  icon,
  children,
}: {
  readonly icon: 'eye' | 'lock' | 'info';
  readonly children: ReactNode;
}) {
  return (
    <span className="with-icon">
      <NamedIcon name={icon} />
      <span>{children}</span>
    </span>
  );
}

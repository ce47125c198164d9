import type { ReactNode } from 'react';
import { useT } from '../lib/language.tsx';
import { joinClasses } from './class-names.ts';

type PageProps = {
  /** The title of the window; " – Waarmerk" is added. */
  readonly title: string;
  /** For the workbench and the board, which need more than 1200 px. */
  readonly broad?: boolean;
  readonly children: ReactNode;
};

/** The content of every page. React moves `title` into the head. */
export function Page({ title, broad, children }: PageProps) {
  return (
    <div className={joinClasses('content', broad && 'content-broad')}>
      <title>{`${title} – Waarmerk`}</title>
      {children}
    </div>
  );
}

type PageHeadProps = {
  readonly title: string;
  /** `d1` names a page, `h1` names a task. */
  readonly look?: 'd1' | 'h1';
  readonly lead?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
};

export function PageHead({ title, look = 'd1', lead, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        <h1 className={look}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="button-row">{actions}</div>}
    </header>
  );
}

export type Crumb = { readonly name: string; readonly href?: string };

export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t('frame.breadcrumb')} className="s pt-5">
      <ol className="flex flex-wrap gap-x-1">
        {crumbs.map(({ name, href }, index) => (
          <li key={name}>
            {index > 0 && <span aria-hidden="true">/ </span>}
            {href ? (
              <a href={href} className="inline-block py-0.5 text-ink2">
                {name}
              </a>
            ) : (
              <span aria-current="page">{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

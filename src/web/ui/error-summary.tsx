import type { ReactNode } from 'react';
import { useT } from '../lib/language.tsx';
import { nameOfPointer, type Problem } from '../lib/problem.ts';
import { sayProblem } from '../lib/refusal-words.ts';
import { NamedIcon } from './icons.tsx';

export type FaultLink = { readonly href: string; readonly text: string };

/** First on the page after a refused form; `behaviours/frame.ts` moves focus to it. */
export function ErrorSummary({
  title,
  faults,
  children,
}: {
  readonly title: ReactNode;
  readonly faults: readonly FaultLink[];
  readonly children?: ReactNode;
}) {
  return (
    <section className="status-bar state-failed" role="alert" tabIndex={-1} data-focus-first>
      <NamedIcon name="failed" />
      <div className="status-bar-words">
        <h2 className="status-bar-title">{title}</h2>
        {children && <p className="status-bar-note">{children}</p>}
        <ul className="error-links">
          {faults.map(({ href, text }) => (
            <li key={`${href} ${text}`}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The refusal of an API call above its form: `<ProblemSummary problem={actionData?.problem} />`. */
export function ProblemSummary({ problem }: { readonly problem: Problem | undefined }) {
  const t = useT();
  if (!problem) return null;
  const faults = problem.errors.map(({ pointer, detail }) => ({
    href: `#${nameOfPointer(pointer)}`,
    text: detail,
  }));
  const said = sayProblem(t, problem);
  const title = faults.length > 0 ? t('form.errors', { count: faults.length }) : said.title;
  return (
    <ErrorSummary title={title} faults={faults}>
      {said.detail}
    </ErrorSummary>
  );
}

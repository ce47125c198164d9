import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import { NamedIcon } from './icons.tsx';
import type { State } from './state-mark.tsx';

type StatusBarProps = {
  readonly state: State;
  /** One sentence a hurried reader may leave with. */
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** One button at most. */
  readonly action?: ReactNode;
  /** Edge to edge on a narrow screen: the verdict on a public badge page. */
  readonly bleed?: boolean;
  /** A verdict is announced at once; other changes wait for the reader. */
  readonly announce?: 'assertive' | 'polite';
};

export function StatusBar({ state, title, note, action, bleed, announce }: StatusBarProps) {
  return (
    <section
      className={joinClasses('status-bar', `state-${state}`, bleed && 'status-bar-bleed')}
      {...(announce ? { 'aria-live': announce } : {})}
    >
      <NamedIcon name={state} />
      <div className="status-bar-words">
        <h2 className="status-bar-title">{title}</h2>
        {note && <p className="status-bar-note">{note}</p>}
      </div>
      {action}
    </section>
  );
}

import type { ReactNode } from 'react';
import { NamedIcon } from './icons.tsx';

/** One sentence after something was done, with at most one action. Never for errors. */
export function Message({
  children,
  icon = 'passed',
  action,
}: {
  readonly children: ReactNode;
  readonly icon?: 'passed' | 'info';
  readonly action?: ReactNode;
}) {
  return (
    <div className="message" role="status">
      <span className="message-words">
        <NamedIcon name={icon} />
        <span>{children}</span>
      </span>
      {action}
    </div>
  );
}

import type { ReactNode } from 'react';
import { BlindMark } from './waarmerk.tsx';

/** A blind mark, what will be here, one action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <BlindMark />
      <div>
        <h3 className="h3">{title}</h3>
        <p className="measure mt-1 text-ink2">{children}</p>
        {action && <div className="mt-4">{action}</div>}
      </div>
    </div>
  );
}

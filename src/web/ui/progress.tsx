import { type ReactNode, useId } from 'react';

type ProgressProps = {
  /** "Signing 812 of 1,196". */
  readonly label: ReactNode;
  readonly value: number;
  readonly of: number;
  readonly note?: ReactNode;
};

/** Moves only with real counts. Widths are drawing attributes, because the policy for content forbids inline style. */
export function Progress({ label, value, of, note }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <div id={id} className="m font-semibold">
        {label}
      </div>
      <div role="progressbar" aria-labelledby={id} aria-valuemin={0} aria-valuemax={of} aria-valuenow={value}>
        <svg aria-hidden="true" focusable="false">
          <rect className="progress-fill" height="100%" width={`${share(value, of)}%`} />
        </svg>
      </div>
      {note && <div className="s text-ink2">{note}</div>}
    </div>
  );
}

type GoalBarProps = {
  readonly label: string;
  readonly earned: number;
  readonly waiting?: number;
  readonly of: number;
};

/** What is earned is solid, what waits is hatched. */
export function GoalBar({ label, earned, waiting = 0, of }: GoalBarProps) {
  const id = useId();
  return (
    <div className="bar" role="img" aria-label={label}>
      <svg aria-hidden="true" focusable="false">
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3.5" height="8" fill="var(--color-warning)" />
        </pattern>
        <rect className="progress-fill" height="100%" width={`${share(earned, of)}%`} />
        <rect
          fill={`url(#${id})`}
          height="100%"
          x={`${share(earned, of)}%`}
          width={`${share(waiting, of)}%`}
        />
      </svg>
    </div>
  );
}

function share(value: number, of: number): number {
  return of > 0 ? Math.min(100, Math.round((1000 * value) / of) / 10) : 0;
}

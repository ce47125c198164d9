import { type ReactNode, useId } from 'react';
import { joinClasses } from './class-names.ts';

type SectionProps = {
  /** The label in the margin, an `h2`. */
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly id?: string;
  readonly decision?: boolean;
  readonly children: ReactNode;
};

/** DESIGN 4: one ink line, the label in columns 1–3, the content in 4–12. */
export function Section({ label, note, id, decision, children }: SectionProps) {
  const labelId = useId();
  return (
    <section
      id={id}
      aria-labelledby={labelId}
      className={joinClasses('section grid12', decision && 'section-decision')}
    >
      <div className="section-label">
        <h2 id={labelId} className="label">
          {label}
        </h2>
        {note && <p className="section-note s mt-1">{note}</p>}
      </div>
      <div className="section-body min-w-0">{children}</div>
    </section>
  );
}

import type { ReactNode } from 'react';

type PartProps = {
  /** Where the outline points to. */
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

/** A section of the main column: one ink line, its name, its content. */
export function Part({ id, title, note, children }: PartProps) {
  return (
    <section id={id} className="quality-part" aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`} className="h2">
        {title}
      </h2>
      {note && <p className="measure mt-1 text-ink2">{note}</p>}
      <div className="quality-part-body">{children}</div>
    </section>
  );
}

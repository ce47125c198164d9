import type { DesignContent, Language } from '../../../formats/facts.ts';

/** What the form of every section gets. `content` is the saved draft, or what was typed and refused. */
export type SectionProps = {
  readonly content: DesignContent;
  readonly languages: readonly Language[];
  /** Messages by the name of the field: `content.title.en`. */
  readonly faults: Readonly<Record<string, string>>;
};

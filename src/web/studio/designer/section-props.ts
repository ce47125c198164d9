import type { DesignContent, Language } from '../../../formats/facts.ts';

/** A skill that its framework no longer has. */
export type GoneSkill = { readonly url: string; readonly framework: string };

/** What the form of every section gets. `content` is the saved draft, or what was typed and refused. */
export type SectionProps = {
  readonly content: DesignContent;
  readonly languages: readonly Language[];
  /** Messages by the name of the field: `content.title.en`. */
  readonly faults: Readonly<Record<string, string>>;
  readonly gone: readonly GoneSkill[];
};

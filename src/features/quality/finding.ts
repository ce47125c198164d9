/** What a check found: which criterion, where, and why. Words stand in the catalogue of the pages, by `reason`. */
import type { DesignContent } from '../../formats/index.ts';
import type { Dossier } from './dossier.schema.ts';
import type { Criterion, PolicyPack } from './pack.schema.ts';
import type { Reason } from './reasons.ts';
import type { Qualification } from './staff/qualification.ts';

export type Finding = {
  readonly criterion: string;
  readonly severity: Criterion['severity'];
  /** A JSON Pointer into `{ content, dossier }`: `/content/outcomes/0/text`, `/dossier/team/1`. */
  readonly pointer: string;
  /** In words in the locale files: `quality.reasons.{reason}.what` and `.mend`. */
  readonly reason: Reason;
  /** What the words are filled with. */
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Everything a check may look at. Pure data: the same in, the same out. */
export type Judged = {
  readonly content: DesignContent;
  readonly dossier: Dossier;
  readonly institution: { readonly kind: string; readonly country: string };
  readonly pack: PolicyPack;
  /** The day on which it is judged, in the institution's zone: `2026-11-22`. */
  readonly on: string;
  /** What the institution recorded of those whom the dossier names; of others there is nothing. */
  readonly staff: readonly Qualification[];
  /** Published designs that look like it, nearest first. */
  readonly similar: readonly { readonly title: string; readonly likeness: number }[];
};

/** What is wrong, without who says so: `judgeDesign` adds criterion and severity. */
export type Fault = Pick<Finding, 'pointer' | 'reason' | 'values'>;
export type Check = (judged: Judged, criterion: Criterion) => readonly Fault[];

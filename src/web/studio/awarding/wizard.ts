/** What the award wizard carries from step to step: everything travels in the form, nothing is kept on the server. */
import { z } from 'zod';
import {
  type RecipientRow,
  type RowFate,
  recipientRowSchema,
} from '../../../features/awards/awards.schema.ts';
import { readLines } from './read-lines.ts';

export type Mode = 'one' | 'many';

/** The fields of step 2 as they were typed, so that going back loses nothing. */
export type Typed = Readonly<Record<string, string>>;

export type DryRun = {
  readonly mode: Mode;
  readonly rows: readonly RecipientRow[];
  readonly fates: readonly RowFate[];
  readonly typed: Typed;
  /** Sent with the grant: pressed twice, it is granted once. */
  readonly key: string;
};

/** A batch can be taken back for half an hour; one award, looked at one by one, stands at once. */
export const UNDO_OF_BATCH = 'PT30M';

export function readRows(mode: Mode, typed: Typed): readonly RecipientRow[] {
  const shared = pick({
    awardedOn: typed.awardedOn,
    expiresOn: typed.expiresOn,
    language: typed.language,
    narrative: typed.narrative,
    audience: typed.audience,
  });
  if (mode === 'many') return readLines(typed.lines ?? '').map((row) => ({ ...shared, ...row }));
  const evidence = pick({
    name: typed['recipients.0.evidence.0.name'],
    url: typed['recipients.0.evidence.0.url'],
    narrative: typed['recipients.0.evidence.0.narrative'],
  });
  return [
    {
      ...shared,
      ...pick({
        email: typed['recipients.0.email'],
        identifier: typed['recipients.0.identifier'],
        name: typed['recipients.0.name'],
        result: typed['recipients.0.result'],
      }),
      ...(Object.keys(evidence).length > 0 ? { evidence: [evidence] } : {}),
    },
  ];
}

/** Empty fields say nothing. */
function pick<Name extends string>(values: Readonly<Record<Name, string | undefined>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<
    Record<Name, string>
  >; // the names are those of `values`
}

const CORRECTED = ['email', 'identifier', 'name', 'result'] as const;

/** The rows of the dry run with what was corrected in their cells. */
export function correctRows(rows: readonly RecipientRow[], form: FormData): readonly RecipientRow[] {
  return rows.map((row, at) => {
    const { ...corrected } = row;
    for (const field of CORRECTED) {
      const value = form.get(`row.${at}.${field}`);
      if (typeof value !== 'string') continue;
      if (value.trim() === '') delete corrected[field];
      if (value.trim() !== '') corrected[field] = value.trim();
    }
    return corrected;
  });
}

/** What came back from the browser is as untrusted as anything else; the server judges every row again. */
export function parseCarried(text: unknown): readonly RecipientRow[] | undefined {
  try {
    const rows = z.array(recipientRowSchema).safeParse(JSON.parse(String(text)));
    return rows.success ? (rows.data as readonly RecipientRow[]) : undefined;
  } catch {
    return undefined;
  }
}

export function parseTyped(text: unknown): Typed {
  try {
    const typed = z.record(z.string(), z.string()).safeParse(JSON.parse(String(text)));
    return typed.success ? typed.data : {};
  } catch {
    return {};
  }
}

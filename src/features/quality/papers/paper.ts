/** What stands on a paper of the committee: a title, and sections of a few kinds of blocks. `paper.typ` sets it. */
import type { splitInstant } from './split-instant.ts';

export type PaperLanguage = 'en' | 'nl';

export type Block =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  /** In the serif of what someone vouches for, with who says so. */
  | { readonly kind: 'said'; readonly text: string; readonly by: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** Shares of the width. */
      readonly widths: readonly number[];
      /** Columns of numbers stand at the right. */
      readonly numbers: readonly number[];
      /** The first column is the institution's own words. */
      readonly serif: boolean;
      readonly rows: readonly (readonly string[])[];
    };

export type PaperSection = {
  readonly heading: string;
  readonly label: string;
  readonly serif: boolean;
  readonly newPage: boolean;
  readonly blocks: readonly Block[];
};

export type Paper = {
  readonly language: PaperLanguage;
  readonly document: {
    readonly title: string;
    readonly author: string;
    readonly made: ReturnType<typeof splitInstant>;
  };
  readonly institution: string;
  readonly body: string;
  readonly title: string;
  readonly lead: string;
  readonly page: readonly [string, string];
  readonly sections: readonly PaperSection[];
};

export const plain = { label: '', serif: false, newPage: false } as const;

export function textOf(text: string): Block {
  return { kind: 'text', text };
}

export function headingOf(text: string): Block {
  return { kind: 'heading', text };
}

/** No head without rows. */
export function tableOf(table: Omit<Extract<Block, { kind: 'table' }>, 'kind'>): Block[] {
  return table.rows.length === 0 ? [] : [{ kind: 'table', ...table }];
}

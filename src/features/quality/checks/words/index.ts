/** The languages whose words we know. */
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import type { WordTable } from './table.ts';

export { listJudgeable, primaryOf } from './table.ts';

export const tables: Readonly<Record<string, WordTable>> = { en: english, nl: dutch };

/**
 * Official files (schemas, vectors, drawings) stand beside the repository and are not part of it. Where they are
 * absent, the tests that need them are skipped and counted.
 */
import { join } from 'node:path';

const beside = process.env.WAARMERK_TEST_DATA ?? join(import.meta.dirname, '../../../shared');

export const OFFICIAL_DATA = join(beside, 'data');
export const OFFICIAL_DESIGN = join(beside, 'design');

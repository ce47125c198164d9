/**
 * Imported by what is started, before it asks for the rest: what Node made of the sources is kept for the next start,
 * which takes half the time. Beside the packages, so that installing anew begins anew; where nothing may be written,
 * nothing is kept, and everything works as well.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));

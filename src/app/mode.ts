/** Imported before all else: React decides which of its builds to be when it is first loaded. */
import { declareMode } from '../platform/config.ts';

declareMode(process.argv.includes('--development') ? 'development' : 'production');

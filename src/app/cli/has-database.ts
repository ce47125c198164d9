import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';

/** Nothing is made for a command that only reads. */
export function hasDatabase(config: Config): boolean {
  return (
    config.databaseUrl !== undefined ||
    existsSync(join(config.dataDirectory, 'postgres', 'cluster', 'PG_VERSION'))
  );
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = join(import.meta.dirname, 'src/web/behaviours');

/**
 * Public pages carry no framework scripts (PERFORMANCE rule 10). Each file of `behaviours/` becomes a native
 * module at `/behaviours/{name}.js`; what it imports lazily lands in hashed chunks beside it.
 */
export async function buildBehaviours(): Promise<void> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: join(import.meta.dirname, 'build/client'),
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file.slice(0, -3), join(folder, file)])),
        output: { entryFileNames: 'behaviours/[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
}

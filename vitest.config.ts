import { defineConfig } from 'vitest/config';

/** Tests run without the plugins of the pages: what they test is plain TypeScript. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Nothing is timed; this only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['test/support/global-setup.ts'],
    // Modules are read once for each worker, not once for each file: no test leans on a module that was never used.
    isolate: false,
    maxWorkers: 2,
  },
});

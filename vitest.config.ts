import { defineConfig } from 'vitest/config';

/** Tests run without the plugins of the pages: what they test is plain TypeScript. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
  },
});

import { defineConfig } from '@playwright/test';

/** One server with the demo for all journeys; Debian's Chromium; no video, for which it has no encoder. */
const port = Number(process.env.E2E_PORT ?? 4173);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/journeys',
  // A journey is a story told in order by one worker; two stories share the house, each with titles of its own.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/journeys.json' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    video: 'off',
    screenshot: 'only-on-failure',
    // Keeping a trace takes a third of all the time: TRACE=on asks for it.
    trace: process.env.TRACE === 'on' ? 'retain-on-failure' : 'off',
  },
  webServer: {
    // The Node that runs the tests: the one on the path may be older.
    command: `exec '${process.execPath}' src/app/main.ts`,
    url: `http://localhost:${port}/healthz`,
    env: { PORT: String(port), DATA_DIR: 'test-results/journeys-data', LOG_LEVEL: 'warn' },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

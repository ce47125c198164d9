/**
 * Everything: unit and domain tests against the embedded PostgreSQL, then the journeys in a browser. Ends with the
 * line `N passed, N failed, N skipped`. BROWSER=off leaves the journeys out and counts them as skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
/** Without windows to draw, the shell takes a fifth off the journeys; it is the same Chromium. */
const BROWSERS = {
  'chromium-headless-shell': '/usr/bin/chromium-headless-shell',
  chromium: '/usr/bin/chromium',
};
const count = { passed: 0, failed: 0, skipped: 0 };
/** Told once more at the end: a log of many thousand lines is read from there. */
const failures = [];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
installPdfTools();
runDomain();
runJourneys();
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exit(count.failed === 0 ? 0 : 1);

function runDomain() {
  const file = join(results, 'domain.json');
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (!existsSync(file)) return fail('The domain tests ended without a result.');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests;
  count.skipped += report.numPendingTests + report.numTodoTests;
  for (const { name, assertionResults } of report.testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') tell(`${relative(root, name)}: ${fullName}`, failureMessages[0]);
  // A file that could not even be read has no tests to count.
  if (status !== 0 && report.numFailedTests === 0)
    fail('A test file could not be run, or something failed outside of a test.');
}

function runJourneys() {
  if (process.env.BROWSER === 'off') return skipJourneys();
  const browser = findBrowser() ?? installBrowser();
  if (browser === undefined)
    return fail(
      'Chromium is needed for the journeys. Run: apt-get update && apt-get install -y chromium (or BROWSER=off npm test)',
    );
  const file = join(results, 'journeys.json');
  const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: browser },
  });
  if (!existsSync(file)) return fail('The journeys ended without a result.');
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  count.passed += stats.expected;
  count.failed += stats.unexpected + stats.flaky;
  count.skipped += stats.skipped;
  tellOfJourneys(suites);
  if (status !== 0 && stats.unexpected + stats.flaky === 0) fail('The journeys could not be run.');
}

/** How many there are is only known by listing them. */
function skipJourneys() {
  const { stdout } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--list'], {
    cwd: root,
    encoding: 'utf8',
  });
  count.skipped += Number(/Total: (\d+) tests?/.exec(stdout)?.[1] ?? 0);
}

function tellOfJourneys(suites) {
  for (const suite of suites) {
    tellOfJourneys(suite.suites ?? []);
    for (const { title, ok, file, line, tests } of suite.specs)
      if (!ok) tell(`${file}:${line}: ${title}`, tests[0]?.results.at(-1)?.error?.message);
  }
}

function findBrowser() {
  return [process.env.CHROMIUM_PATH, ...Object.values(BROWSERS)].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** Where Debian has no package of the shell, the whole browser does. */
function installBrowser() {
  for (const name of Object.keys(BROWSERS)) if (installByApt(name, [name])) return findBrowser();
  return undefined;
}

/** Readers of PDF that are not ours. Where they are missing, the tests that ask them are left out and say which. */
function installPdfTools() {
  const tools = { pdfinfo: 'poppler-utils', qpdf: 'qpdf', zbarimg: 'zbar-tools' };
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = Object.keys(tools).filter(
    (command) => !folders.some((folder) => existsSync(join(folder, command))),
  );
  if (missing.length === 0) return;
  const packages = missing.map((command) => tools[command]);
  if (!installByApt('what reads a PDF', packages))
    process.stderr.write(
      `Some tests of certificates are left out. For all: apt-get install ${packages.join(' ')}\n`,
    );
}

function installByApt(what, packages) {
  if (process.getuid?.() !== 0) return false;
  process.stderr.write(`Installing ${what}…\n`);
  const update = spawnSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const install = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return update.status === 0 && install.status === 0;
}

function fail(reason) {
  failures.push(`FAILED ${reason}`);
  count.failed += 1;
}

function tell(name, message = '') {
  failures.push(`FAILED ${name}\n${stripVTControlCharacters(message).slice(0, 1_500)}`);
}

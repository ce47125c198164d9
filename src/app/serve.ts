/** Opens everything, serves, and closes everything when told to. */

import './mode.ts';

import { DatabaseNotPrepared } from '../database/index.ts';
import { BadConfiguration, type Config, readEnvironment } from '../platform/config.ts';
import { startJobs } from '../platform/jobs/index.ts';
import { loadDemo } from './demo/load-demo.ts';
import { startDemoProvider } from './demo/provider.ts';
import { composeDeps } from './deps.ts';
import { ensureOperator } from './ensure-operator.ts';
import { DataDirectoryInUse, type Machine, openMachine } from './machine.ts';
import { requireOwnNames } from './providers.ts';
import { composeReactions } from './reactions.ts';
import { createApp } from './server.ts';
import { makeHarnessIssuers } from './vc-api/issuer-keys.ts';
import { VERSION } from './version.ts';

const STOP_LIMIT_MS = 15_000;

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error(`Node 24 is needed; this is ${process.version}. Start with "npm start".`);
  const config = readEnvironment();
  const machine = await openMachine(config, 'server');
  try {
    await serve(config, machine);
  } catch (error) {
    // The embedded database is a process of its own; it must not outlive a start that failed.
    await machine.close();
    throw error;
  }
}

async function serve(config: Config, machine: Machine): Promise<void> {
  const { log, opened } = machine;
  const demo = config.demo !== 'off';
  const deps = composeDeps({
    ...machine,
    database: opened.database,
    publicUrl: config.publicUrl,
    demo,
    keyLife: config.keyLife,
    learnerProvider: config.learnerProvider,
    otherProviders: config.otherProviders,
  });
  await requireOwnNames({ database: opened.database, otherProviders: config.otherProviders });
  const provider = demo ? startDemoProvider(deps) : undefined;
  await ensureOperator(deps);
  const jobs = await startJobs({
    connection: machine.connection,
    database: opened.database,
    reactions: composeReactions(deps),
    log,
  });
  const harness = config.vcApi ? makeHarnessIssuers() : undefined;
  const app = await createApp({
    deps,
    development: process.argv.includes('--development'),
    version: VERSION,
    mailSink: machine.mailSink,
    provider,
    harness,
    probes: {
      database: opened.healthy,
      jobs: jobs.healthy,
      storage: machine.storage.healthy,
      mail: machine.mailer.healthy,
    },
  });
  if (demo) await loadDemo(deps, jobs.settle);
  stopWhenTold(async () => {
    await app.close();
    await jobs.stop();
    await machine.close();
  });
  await app.listen({ port: config.port, host: config.host });
  for (const { did } of harness ?? []) process.stdout.write(`vc-api issuer ${did}\n`);
  process.stdout.write(`ready ${addressOf(config, app.server.address())}\n`);
}

/** The port that was really taken, when PORT is 0. */
function addressOf(config: Config, address: ReturnType<import('node:net').Server['address']>): string {
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return config.publicUrl.startsWith('http://localhost')
    ? `http://localhost:${port}`
    : `http://${host}:${port}`;
}

/** Twice told is told in earnest. */
function stopWhenTold(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    const limit = setTimeout(() => process.exit(1), STOP_LIMIT_MS);
    stop().then(
      () => {
        clearTimeout(limit);
        process.exit(0);
      },
      (error) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof BadConfiguration ||
    error instanceof DataDirectoryInUse ||
    error instanceof DatabaseNotPrepared;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});

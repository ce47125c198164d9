/** The database for a command: that of the running server, or the embedded one started for as long as it takes. */
import { type Config, readEnvironment } from '../../platform/config.ts';
import { startJobs } from '../../platform/jobs/index.ts';
import { composeDeps, type Deps } from '../deps.ts';
import { type Machine, openMachine } from '../machine.ts';
import { composeReactions } from '../reactions.ts';

export type OpenCommand = {
  readonly machine: Machine;
  readonly deps: Deps;
  readonly close: () => Promise<void>;
};

export async function openForCommand(config: Config = readEnvironment()): Promise<OpenCommand> {
  // Standard output is the command's own.
  const machine = await openMachine({ ...config, logLevel: 'silent' }, 'command');
  const deps = composeDeps({
    ...machine,
    database: machine.opened.database,
    publicUrl: config.publicUrl,
    keyLife: config.keyLife,
    demo: config.demo !== 'off',
    learnerProvider: config.learnerProvider,
    otherProviders: config.otherProviders,
  });
  return { machine, deps, close: machine.close };
}

/** With its jobs at work, for commands from which something follows. */
export async function openWithJobs(): Promise<OpenCommand & { readonly settle: () => Promise<void> }> {
  const { machine, deps, close } = await openForCommand();
  const jobs = await startJobs({
    connection: machine.connection,
    database: deps.database,
    reactions: composeReactions(deps),
    log: machine.log,
  });
  return {
    machine,
    deps,
    settle: jobs.settle,
    close: async () => {
      await jobs.stop();
      await close();
    },
  };
}

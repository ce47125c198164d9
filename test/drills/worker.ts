/**
 * A worker that will be killed. `sound`: as the server runs it. `naive`: the negative control; it takes what was
 * announced into its memory, and what it holds there dies with it.
 */
import { composeReactions } from '../../src/app/reactions.ts';
import { startJobs } from '../../src/platform/jobs/index.ts';
import { takeAnnouncements } from '../../src/platform/jobs/outbox.store.ts';
import { type DrillSettings, openDrillHouse } from './house.ts';

const [mode = 'sound', settings = '{}'] = process.argv.slice(2);
const parsed: DrillSettings = JSON.parse(settings);
const { deps, log } = openDrillHouse(parsed);
const reactions = composeReactions(deps);

process.stdout.write('at work\n');
if (mode === 'sound')
  await startJobs({ connection: parsed.connection, database: deps.database, reactions, log });
else await runNaively();

async function runNaively(): Promise<void> {
  for (;;) {
    const taken = await deps.database.asWorker(null, (tx) => takeAnnouncements(tx, 50));
    for (const { topic, payload, institutionId } of taken) {
      for (const reaction of Object.values(reactions[topic] ?? {})) await reaction(payload, institutionId);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

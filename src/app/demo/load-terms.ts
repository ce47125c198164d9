import type { PersonActor } from '../../features/audit/index.ts';
import { agreeToTerms, listPublished, publishTerms, saveTermsDraft } from '../../features/terms/index.ts';
import { createFixedClock } from '../../platform/clock.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import type { DemoTerms } from './content.ts';

/** Published after most of the demo's awards were claimed; everyone has agreed since, but those named in the file. */
export async function loadTerms(deps: Deps, demo: DemoTerms, cast: DemoCast): Promise<void> {
  const writing = { ...deps, clock: createFixedClock(`${demo.publishedOn}T08:00:00Z`) };
  for (const { owner, kind, texts } of demo.terms) {
    const writer = owner === 'operator' ? findOperatorIn(cast) : findWriter(cast, owner);
    if (!writer) throw new Error(`nobody in the demo writes the terms of ${owner}`);
    await saveTermsDraft(writing, writer, { kind, texts });
    await publishTerms(writing, writer, { kind });
  }
  const agreeing = { ...deps, clock: createFixedClock(`${demo.agreedOn}T08:00:00Z`) };
  const published = await deps.database.asPublic(async (tx) => {
    const owners = [null, ...cast.institutionIds.values()];
    return (await Promise.all(owners.map((owner) => listPublished(tx, owner)))).flat();
  });
  for (const [id, actor] of cast.actors) {
    if (demo.notYet.includes(id)) continue;
    for (const { id: terms, kind } of published)
      if (kind !== 'staff-agreement' || actor.institutionId)
        await agreeToTerms(agreeing, actor, { terms, language: 'nl' });
  }
}

function findWriter(cast: DemoCast, owner: string): PersonActor | undefined {
  const institutionId = cast.institutionIds.get(owner);
  return [...cast.actors.values()].find(
    (actor) => actor.institutionId === institutionId && actor.permissions.has('terms.manage'),
  );
}

function findOperatorIn(cast: DemoCast): PersonActor | undefined {
  return [...cast.actors.values()].find((actor) => actor.permissions.has('platform.manage'));
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence, soundDossier } from '../../../test/support/content.ts';
import { seatWithAddress } from '../../../test/support/seats.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { createDesign } from '../designs/index.ts';
import { createUnit } from '../institutions/index.ts';
import { giveOpinion } from './give-opinion.ts';
import { saveDossier } from './save-dossier.ts';
import { sendMoveLetters } from './send-move-letters.ts';
import { checkDesign, submitDesign } from './submit-design.ts';

let world: World;
let maker: PersonActor;
let expert: PersonActor;

beforeAll(async () => {
  world = await openWorld();
  const { institutionId, unit } = world.groningen;
  maker = await seatWithAddress(world, institutionId, { role: 'designer', address: 'maker@rug.example' });
  expert = await seatWithAddress(world, institutionId, {
    ...{ role: 'education-expert', address: 'expert@rug.example', unitId: unit.unitId },
  });
  await seatWithAddress(world, institutionId, { role: 'administrator', address: 'leader@rug.example' });
  const { unitId } = await createUnit(world.deps, world.groningen.administrator, {
    ...{ institutionId, slug: 'law', name: { en: 'Faculty of Law' } },
  });
  await seatWithAddress(world, institutionId, {
    ...{ role: 'education-expert', address: 'of-law@rug.example', unitId },
  });
  await seatWithAddress(world, world.oosterdiep.institutionId, {
    ...{ role: 'education-expert', address: 'elsewhere@oosterdiep.example' },
  });
});
afterAll(() => world?.close());

async function handIn(): Promise<string> {
  const { deps } = world;
  const { id: design } = await createDesign(deps, maker, {
    ...{ kind: 'proof-of-competence', unit: 'philosophy', title: proofOfCompetence.title },
    ...{ content: proofOfCompetence, defaultLanguage: proofOfCompetence.defaultLanguage },
  });
  await saveDossier(deps, maker, { design, revision: 0, dossier: soundDossier });
  await checkDesign(deps, maker, { design });
  await submitDesign(deps, maker, { design });
  return design;
}

const listTold = () =>
  world.mailSink.listLetters().map(({ to, subject }) => `${to.join()}: ${subject.split(':', 1)[0]}`);
const sendBack = (design: string) =>
  giveOpinion(world.deps, expert, {
    ...{ design, step: 'expert', outcome: 'changes', summary: 'Name what is observed.', verdicts: [] },
  });

describe('the letters of a design on its way', () => {
  it('ask who advises at its place, tell its makers what was said, and reach nobody else', async () => {
    const design = await handIn();
    await world.settle();
    expect(listTold()).toEqual(['expert@rug.example: Waits for your advice']);
    await sendBack(design);
    await world.settle();
    expect(listTold().sort()).toEqual([
      'expert@rug.example: Waits for your advice',
      'maker@rug.example: Sent back with reasons',
    ]);
    const letters = world.mailSink.listLetters();
    const back = letters.find(({ to }) => to.includes('maker@rug.example'));
    const letter = await world.mailSink.getLetter(back?.id ?? '');
    expect(letter?.text).toContain(`/studio/designs/${design}/quality`);
  });

  it('are not written for what was overtaken, nor for what lies long ago', async () => {
    const { deps, groningen } = world;
    const [overtaken, waiting] = [await handIn(), await handIn()];
    await sendBack(overtaken);
    await world.settle();
    const handedIn = async (design: string) => {
      const [row] = await world.queryAsSuperuser<{ cycleId: string; seq: number }>(
        `SELECT e.cycle_id AS "cycleId", e.seq FROM quality_events e JOIN quality_cycles c ON c.id = e.cycle_id
         JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1 AND e.act = 'submit'`,
        [design],
      );
      return row ?? { cycleId: '', seq: 0 };
    };
    const before = listTold().length;
    const tell = async (design: string) =>
      sendMoveLetters(deps, groningen.institutionId, await handedIn(design));
    await tell(overtaken);
    expect(listTold()).toHaveLength(before);
    await tell(waiting);
    expect(listTold()).toHaveLength(before + 1);
    world.clock.advance(8 * 24 * 60 * 60 * 1000);
    await tell(waiting);
    expect(listTold()).toHaveLength(before + 1);
  });
});

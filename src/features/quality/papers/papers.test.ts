/** The papers of a meeting, read as others read them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, soundDossier } from '../../../../test/support/content.ts';
import { hasCommand, readPdfText, runOn } from '../../../../test/support/pdf-commands.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { TypesettingRefusal } from '../../../platform/typesetting/index.ts';
import { createDesign, findDesign } from '../../designs/index.ts';
import { readDossier } from '../dossiers.store.ts';
import { getMeetings } from '../present-meeting.ts';
import { saveDossier } from '../save-dossier.ts';
import { makeDesignPaper, makePaper } from './make-paper.ts';
import { voiceIn } from './paper-words.ts';

let world: World;
let meeting: string;
beforeAll(async () => {
  world = await openWorld();
  await world.publish(world.groningen.designer, microcredential);
  const { meetings } = await getMeetings(world.deps, world.groningen.administrator);
  meeting = meetings[0]?.id ?? '';
});
afterAll(() => world?.close());

const readKept = (design: string) =>
  world.deps.database.asInstitution(world.groningen.institutionId, async (tx) => {
    const found = await findDesign(tx, design);
    return await readDossier(tx, found?.id ?? '');
  });

const make = (kind: 'pack' | 'minutes', language: 'en' | 'nl') =>
  makePaper(world.deps, world.groningen.reader, { meeting, kind, language });

describe('the papers of a meeting', () => {
  it('have the same words in both languages', () => {
    const [en, nl] = [voiceIn('en').words, voiceIn('nl').words];
    expect(Object.keys(nl.codes)).toEqual(Object.keys(en.codes));
    expect(Object.keys(nl.statementNames)).toEqual(Object.keys(en.statementNames));
  });

  it.skipIf(!hasCommand('pdftotext'))('show what was handed in, in the language that is asked', async () => {
    const english = readPdfText(await make('pack', 'en'));
    for (const word of [microcredential.title.en ?? '', 'Outcomes and assessments', 'Workload', 'Team'])
      expect(english).toContain(word);
    const dutch = readPdfText(await make('pack', 'nl'));
    for (const word of ['Stukken voor', 'Leeruitkomsten en toetsen', 'Studielast'])
      expect(dutch).toContain(word);
  });

  it.skipIf(!hasCommand('pdftotext'))('tell in the minutes who voted how, and what was decided', async () => {
    const minutes = readPdfText(await make('minutes', 'en'));
    for (const word of ['Minutes of', 'Votes', 'For', 'Decision: approved', 'Outcomes and assessments fit.'])
      expect(minutes).toContain(word);
  });

  it.skipIf(!hasCommand('pdftotext'))(
    'show of one design what was handed in, whatever its dossier says since',
    async () => {
      const { deps, groningen } = world;
      const { id: design } = await createDesign(deps, groningen.designer, {
        ...{ kind: 'microcredential', unit: 'philosophy', title: microcredential.title },
        ...{ content: microcredential, defaultLanguage: microcredential.defaultLanguage },
      });
      await world.approve(groningen.designer, design);
      const { revision } = await readKept(design);
      await saveDossier(deps, groningen.designer, {
        ...{ design, revision },
        dossier: { ...soundDossier, statements: { need: { text: { en: 'Nobody asked for it.' } } } },
      });
      const paper = readPdfText(await makeDesignPaper(deps, groningen.reader, { design, language: 'en' }));
      expect(paper).toContain('What was handed in');
      expect(paper).toContain(microcredential.title.en);
      expect(paper).not.toContain('Nobody asked for it.');
      await expect(
        makeDesignPaper(deps, world.oosterdiep.reader, { design, language: 'en' }),
      ).rejects.toMatchObject({ status: 404 });
    },
  );

  it.skipIf(!hasCommand('pdfinfo'))('are tagged', async () => {
    expect(runOn('pdfinfo', await make('minutes', 'nl'))).toMatch(/Tagged:\s+yes/);
  });

  it('are refused in words where the system has no Typst', async () => {
    const typeset = () => Promise.reject(new TypesettingRefusal('unavailable'));
    await expect(
      makePaper({ ...world.deps, typeset }, world.groningen.reader, {
        ...{ meeting, kind: 'pack', language: 'en' },
      }),
    ).rejects.toMatchObject({ code: 'quality/papers-unavailable', status: 501 });
  });
});

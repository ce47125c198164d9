/** For tests: institutions and designs made by the real verbs, and their reactions run by hand. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../../../test/support/database.ts';
import type { DesignContent, Text } from '../../formats/index.ts';
import { createFixedClock } from '../../platform/clock.ts';
import { parseMasterKey } from '../../platform/crypto/index.ts';
import { openStorage } from '../../platform/storage/index.ts';
import type { ClientActor } from '../audit/index.ts';
import { system } from '../audit/index.ts';
import { createDesign, publishDesign, retireDesign, saveDraft } from '../designs/index.ts';
import { createInstitution, createUnit, permissionsOf } from '../institutions/index.ts';
import { projectVersion } from './project-version.ts';
import { removeRetired } from './remove-retired.ts';

const ASSIGNMENT = '2939dae15f';
const BLENDED = 'e92d221e4d';

export function makeContent(title: Text, change: Partial<DesignContent> = {}): DesignContent {
  return {
    kind: 'microcredential',
    defaultLanguage: 'en',
    title,
    description: { en: 'A short course.' },
    outcomes: [{ id: 'LO1', text: { en: 'Judge a plan' } }],
    assessments: [{ id: 'A1', title: { en: 'Case report' }, type: ASSIGNMENT }],
    provenBy: [{ outcome: 'LO1', assessment: 'A1', coverage: 'full' }],
    workload: { ects: 5 },
    level: { eqf: 7 },
    participation: [BLENDED],
    instructionLanguages: ['en'],
    gradeScheme: { scheme: 'pass-fail' },
    qualityAssurance: { type: 'bb4618238e', statement: { en: 'Reviewed by the committee.' } },
    ...change,
  };
}

export async function openOffer({ database, queryAsSuperuser }: TestDatabase) {
  await queryAsSuperuser('ALTER TABLE design_versions DISABLE TRIGGER was_approved');
  const clock = createFixedClock('2026-11-21T09:00:00Z');
  const deps = {
    database,
    clock,
    publicUrl: 'https://waarmerk.example',
    masterKey: parseMasterKey('a1'.repeat(32)),
    storage: openStorage({ kind: 'fs', folder: mkdtempSync(join(tmpdir(), 'waarmerk-catalogue-')) }),
    makeKeysFor: async () => undefined,
    // How a design comes to be approved is another room's to test.
    judgement: {
      noteMaker: async () => undefined,
      mayPublish: async () => null,
      recordPublication: async () => undefined,
      recordRetirement: async () => undefined,
    },
    composeDefinitions: () => [{ format: 'achievement' as const, language: 'en', bytes: '{}' }],
  };

  async function addInstitution(slug: string, name: Text, units: Readonly<Record<string, Text>>) {
    const { institutionId } = await createInstitution(deps, {
      slug,
      kind: 'wo',
      name,
      defaultLanguage: 'en',
      address: { country: 'NL' },
      inks: ['#b3121d', '#1a2756'],
    });
    for (const [unit, unitName] of Object.entries(units)) {
      await createUnit(deps, system, { institutionId, slug: unit, name: unitName });
    }
    const actor: ClientActor = {
      kind: 'client',
      clientId: institutionId,
      institutionId,
      permissions: permissionsOf(['administrator']),
    };
    return { institutionId, actor };
  }

  type Owner = Awaited<ReturnType<typeof addInstitution>>;

  /** Publishes the draft as it stands, a minute later than the one before, and lets the catalogue know. */
  async function publish({ actor, institutionId }: Owner, design: string, revision: number): Promise<string> {
    clock.advance(60_000);
    const { version } = await publishDesign(deps, actor, { design, revision });
    const [row] = await queryAsSuperuser<{ id: string }>(
      'SELECT v.id FROM design_versions v JOIN designs d ON d.id = v.design_id WHERE d.public_id = $1 AND v.n = $2',
      [design, version],
    );
    if (!row) throw new Error('nothing was published');
    await projectVersion(deps, institutionId, { versionId: row.id });
    return row.id;
  }

  async function offer(owner: Owner, content: DesignContent, unit?: string): Promise<string> {
    const { id } = await createDesign(deps, owner.actor, {
      kind: content.kind,
      title: content.title,
      defaultLanguage: content.defaultLanguage,
      content,
      ...(unit ? { unit } : {}),
    });
    await publish(owner, id, 1);
    return id;
  }

  async function revise(
    owner: Owner,
    design: string,
    draft: { revision: number; content: DesignContent; partnerUnits?: readonly string[] },
  ): Promise<string> {
    const saved = await saveDraft(deps, owner.actor, { design, partnerUnits: [], ...draft });
    return await publish(owner, design, saved.revision);
  }

  async function retire({ actor, institutionId }: Owner, design: string): Promise<void> {
    await retireDesign(deps, actor, { design });
    const [row] = await queryAsSuperuser<{ id: string }>('SELECT id FROM designs WHERE public_id = $1', [
      design,
    ]);
    await removeRetired(deps, institutionId, { designId: row?.id ?? '' });
  }

  return { deps, addInstitution, offer, revise, retire };
}

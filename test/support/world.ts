/**
 * The whole house for a test: every room on a real database, jobs that run, letters that are caught, time that
 * stands still until it is moved. Two institutions, so that every test could see across the wall if it were open.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeDeps } from '../../src/app/deps.ts';
import { ensureOperator } from '../../src/app/ensure-operator.ts';
import { keyedDigestOf } from '../../src/app/keyed-digest.ts';
import { composeReactions } from '../../src/app/reactions.ts';
import { enterAccount } from '../../src/features/accounts/index.ts';
import { type PersonActor, system } from '../../src/features/audit/index.ts';
import { createDesign, publishDesign } from '../../src/features/designs/index.ts';
import {
  createInstitution,
  createUnit,
  findOperator,
  type Institution,
  permissionsOf,
  type Role,
} from '../../src/features/institutions/index.ts';
import type { DesignContent } from '../../src/formats/index.ts';
import { createFixedClock } from '../../src/platform/clock.ts';
import { composeKeyStores, openSealedKeyStore, parseMasterKey } from '../../src/platform/crypto/index.ts';
import { createEgress } from '../../src/platform/egress/index.ts';
import { createUuid } from '../../src/platform/ids.ts';
import { startJobs } from '../../src/platform/jobs/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { openMailer, startMailSink } from '../../src/platform/mail/index.ts';
import { recordOrigin } from '../../src/platform/origins/origins.store.ts';
import { openStorage } from '../../src/platform/storage/index.ts';
import { approveDesign } from './approve.ts';
import { proofOfCompetence } from './content.ts';
import { createTestDatabase } from './database.ts';

export type World = Awaited<ReturnType<typeof openWorld>>;

export const PUBLIC_URL = 'http://localhost:3999';

export async function openWorld() {
  const opened = await createTestDatabase();
  const { database } = opened;
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-'));
  const clock = createFixedClock('2026-11-21T09:00:00Z');
  const masterKey = parseMasterKey(randomBytes(32).toString('hex'));
  const mailSink = await startMailSink({ clock });
  const mailer = openMailer({
    kind: 'smtp',
    url: mailSink.url,
    from: { name: 'Waarmerk', address: 'no-reply@localhost' },
  });
  const egress = createEgress({ loopbackOrigins: [] });
  const log = createLog({ level: 'error' });
  const deps = composeDeps({
    ...{ clock, log, masterKey, mailer, egress, database, publicUrl: PUBLIC_URL, demo: true },
    keyedDigest: keyedDigestOf(masterKey),
    keyStores: composeKeyStores('sealed', [openSealedKeyStore({ masterKey, now: clock.now })]),
    keyLife: { periodDays: {}, leadHours: 24 },
    storage: openStorage({ kind: 'fs', folder }),
    origins: await recordOrigin(database, PUBLIC_URL, clock.now()),
    learnerProvider: undefined,
    otherProviders: [],
  });
  const jobs = await startJobs({
    connection: opened.connection,
    database,
    reactions: composeReactions(deps),
    log,
  });

  const groningen = await settleInstitution(deps, 'groningen', 'University of Groningen', 'wo');
  const oosterdiep = await settleInstitution(deps, 'oosterdiep', 'MBO Oosterdiep', 'mbo');

  return {
    deps,
    clock,
    mailSink,
    groningen,
    oosterdiep,
    /** The server's own login: four connections, and a row only in a context. */
    connection: opened.connection,
    queryAsSuperuser: opened.queryAsSuperuser,
    /** Lets everything that follows from what was done happen. */
    settle: jobs.settle,
    /** One more, of a kind that the two are not. */
    settleInstitution: (slug: string, name: string, kind: Institution['kind']) =>
      settleInstitution(deps, slug, name, kind),
    /** The institution of whoever runs the installation; its id. */
    settleOperator: () => settleOperator(deps),
    /** A learner with an account and one proven address. */
    settleLearner: (address: string, name = 'Sanne Visser') => settleLearner(deps, address, name),
    /** A published design of an institution, approved by another than its maker; its public id. */
    publish: (designer: PersonActor, content: DesignContent = proofOfCompetence) =>
      publish(deps, designer, content),
    /** The way of a draft to the point where it may be published. */
    approve: (designer: PersonActor, design: string) => approveDesign(deps, designer, design),
    close: async () => {
      await jobs.stop();
      await mailer.close();
      await mailSink.close();
      await egress.close();
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Deps = ReturnType<typeof composeDeps>;

/** An institution, one unit, and someone in each of the roles that tests need. */
async function settleInstitution(deps: Deps, slug: string, name: string, kind: Institution['kind']) {
  const { institutionId, issuer } = await createInstitution(deps, {
    slug,
    kind,
    name: { en: name, nl: name },
    defaultLanguage: 'en',
    address: { country: 'NL', locality: 'Groningen' },
    identifiers: [{ scheme: 'schacHomeOrganization', value: `${slug}.example` }],
    email: `post@${slug}.example`,
    inks: ['#b3121d', '#1a2756', '#0c5a63'],
    demo: true,
  });
  const unit = await createUnit(deps, system, {
    institutionId,
    slug: 'philosophy',
    name: { en: 'Faculty of Philosophy', nl: 'Faculteit Wijsbegeerte' },
  });
  const staff = (role: Role): PersonActor => ({
    kind: 'person',
    personId: createUuid(),
    institutionId,
    permissions: permissionsOf([role]),
  });
  return {
    institutionId,
    issuer,
    unit,
    slug,
    designer: staff('designer'),
    registrar: staff('registrar'),
    teacher: staff('teacher'),
    reader: staff('reader'),
    administrator: staff('administrator'),
  };
}

async function settleOperator(deps: Deps): Promise<string> {
  await ensureOperator(deps);
  const operator = await deps.database.asPublic(findOperator);
  return operator?.id ?? '';
}

async function settleLearner(deps: Deps, address: string, name: string): Promise<PersonActor> {
  const personId = await deps.database.asDoorkeeper((tx) =>
    enterAccount(tx, deps.clock.now(), {
      stated: {
        issuer: 'https://eduid.example',
        subject: address,
        name,
        addresses: [address],
        identifiers: [],
      },
      provider: 'learner',
      language: 'en',
    }),
  );
  return { kind: 'person', personId, permissions: new Set() };
}

async function publish(deps: Deps, designer: PersonActor, content: DesignContent): Promise<string> {
  const { id } = await createDesign(deps, designer, {
    kind: content.kind,
    unit: 'philosophy',
    title: content.title,
    defaultLanguage: content.defaultLanguage,
    content,
  });
  await approveDesign(deps, designer, id);
  await publishDesign(deps, designer, { design: id, revision: 1 });
  return id;
}

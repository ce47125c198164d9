/** The house for a drill: a database on disk that is really flushed, and deps that a worker process opens again. */
import { composeDeps } from '../../src/app/deps.ts';
import { keyedDigestOf } from '../../src/app/keyed-digest.ts';
import { type Connection, openDatabase } from '../../src/database/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { composeKeyStores, openSealedKeyStore, parseMasterKey } from '../../src/platform/crypto/index.ts';
import { createEgress } from '../../src/platform/egress/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { openMailer } from '../../src/platform/mail/index.ts';
import { openStorage } from '../../src/platform/storage/index.ts';

export type DrillSettings = {
  readonly connection: Connection;
  readonly smtp: string;
  readonly masterKey: string;
  readonly folder: string;
};

export function openDrillHouse({ connection, smtp, masterKey: key, folder }: DrillSettings) {
  const log = createLog({ level: 'silent' });
  const publicUrl = 'http://localhost:3998';
  const masterKey = parseMasterKey(key);
  const opened = openDatabase(connection, { connections: 8, onError: () => undefined });
  const deps = composeDeps({
    ...{ clock: systemClock, log, masterKey, publicUrl, demo: true, database: opened.database },
    keyedDigest: keyedDigestOf(masterKey),
    keyStores: composeKeyStores('sealed', [openSealedKeyStore({ masterKey, now: systemClock.now })]),
    keyLife: { periodDays: {}, leadHours: 24 },
    storage: openStorage({ kind: 'fs', folder }),
    mailer: openMailer({
      kind: 'smtp',
      url: smtp,
      from: { name: 'Waarmerk', address: 'no-reply@localhost' },
    }),
    egress: createEgress({ loopbackOrigins: [] }),
    origins: [publicUrl],
    learnerProvider: undefined,
    otherProviders: [],
  });
  return { deps, log, close: opened.close };
}

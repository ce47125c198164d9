/** What becomes of a person's data: every room answers for it, and after erasure nothing of them is anywhere. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../test/support/server.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import type { PersonActor } from '../features/audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../features/awards/index.ts';
import { publishAward, readPublicDocument } from '../features/credentials/index.ts';
import { addMember } from '../features/institutions/index.ts';
import { agreeToTerms, listPublished, publishTerms, saveTermsDraft } from '../features/terms/index.ts';
import { openHouse, verifyCredential } from '../features/verification/index.ts';
import { eraseAccount } from './erase-account.ts';
import { keepHouse } from './keep-house.ts';
import { DOORS, exportEverything } from './person-data.ts';
import { takeOut } from './take-out.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

/** Which room a table with a person in it belongs to; a table that is not here is found below. */
const ROOM_OF: Readonly<Record<string, keyof typeof DOORS>> = {
  audit_entries: 'audit',
  identities: 'accounts',
  email_addresses: 'accounts',
  sessions: 'accounts',
  sign_ins: 'accounts',
  email_codes: 'accounts',
  passkeys: 'accounts',
  passkey_challenges: 'accounts',
  factor_resets: 'accounts',
  name_changes: 'accounts',
  merge_offers: 'accounts',
  members: 'institutions',
  invitations: 'institutions',
  agreements: 'terms',
  awards: 'awards',
  award_recipients: 'awards',
  publications: 'credentials',
  publication_consents: 'credentials',
  documents: 'credentials',
  feedback_answers: 'feedback',
  staff_qualifications: 'quality',
};

describe('every room that holds data of people', () => {
  async function listHomeless(): Promise<string[]> {
    const tables = await world.queryAsSuperuser<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('person_id', 'link_person_id')
       WHERE c.relkind IN ('r', 'p') AND NOT a.attisdropped`,
    );
    return tables.flatMap(({ name }) => {
      const room = ROOM_OF[name];
      const door: Readonly<Record<string, unknown>> = room ? DOORS[room] : {};
      return ['exportPerson', 'erasePerson', 'rebindPerson'].every((verb) => typeof door[verb] === 'function')
        ? []
        : [name];
    });
  }

  it('exports, erases and rebinds it at its door', async () => {
    expect(await listHomeless()).toEqual([]);
  });

  it('is found when it does not', async () => {
    await world.queryAsSuperuser('CREATE TABLE diaries (person_id uuid)');
    expect(await listHomeless()).toEqual(['diaries']);
    await world.queryAsSuperuser('DROP TABLE diaries');
  });
});

const CANARY = {
  name: 'Quirijn Xanthippus Zwaluwstaart',
  word: 'xanthippus',
  email: 'q.xanthippus@zwaluw.example',
};

describe('erasure', () => {
  let cookie = '';
  let publicId = '';
  let award = '';
  let other: PersonActor;
  let bytes = '';

  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    server.app.inject({
      method,
      url,
      headers: { host: 'localhost:3999', origin: 'http://localhost:3999', ...(cookie ? { cookie } : {}) },
      ...(payload ? { payload } : {}),
    });

  async function signInByCode(): Promise<void> {
    cookie = '';
    const asked = await ask('POST', '/api/v1/email-codes', { address: CANARY.email, returnTo: '/backpack' });
    cookie = [asked.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => String(line).split(';')[0])
      .join('; ');
    await world.settle();
    const [letter] = world.mailSink.listLetters().filter(({ to }) => to.includes(CANARY.email));
    const code = letter?.subject.slice(0, 7).replace(' ', '') ?? '';
    const verified = await ask('POST', '/api/v1/email-codes/verify', { code });
    expect(verified.statusCode).toBe(200);
    cookie = `${cookie}; ${[verified.headers['set-cookie'] ?? []]
      .flat()
      .map((line) => String(line).split(';')[0])
      .join('; ')}`;
  }

  beforeAll(async () => {
    const { deps, groningen } = world;
    other = await world.settleLearner('other@example.org', 'Other Learner');
    for (const kind of ['formal-award', 'informal-award'] as const) {
      await saveTermsDraft(deps, groningen.administrator, {
        kind,
        texts: { en: { excerpt: 'x', text: 'y' } },
      });
      await publishTerms(deps, groningen.administrator, { kind });
    }
    const design = await world.publish(groningen.designer);
    const second = await world.publish(groningen.designer);
    const recipient = {
      email: CANARY.email,
      name: CANARY.name,
      reference: `row of ${CANARY.word}`,
      narrative: `For ${CANARY.name}`,
      evidence: [{ name: `Essay of ${CANARY.name}`, url: `https://example.org/${CANARY.word}` }],
    };
    const granted = await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [
        recipient,
        { email: 'other@example.org', name: 'Other Learner', reference: 'row of other' },
      ],
      idempotencyKey: 'once',
    });
    const declined = await grantAwards(deps, groningen.registrar, {
      design: second,
      recipients: [recipient],
    });
    award = granted.rows[0]?.award ?? '';
    await world.settle();
    await signInByCode();
    await signInByCode();
    expect((await ask('PATCH', '/api/v1/session', { name: CANARY.name, language: 'nl' })).statusCode).toBe(
      200,
    );
    const { terms } = (await ask('GET', `/api/v1/awards/${award}/terms`)).json();
    for (const { id } of terms) await ask('POST', '/api/v1/agreements', { terms: id, language: 'nl' });
    expect((await ask('POST', `/api/v1/awards/${award}/claim`)).statusCode).toBe(200);
    const said = { answers: { recommend: 3 }, text: `I am ${CANARY.name}.` };
    expect((await ask('PUT', `/api/v1/awards/${award}/feedback/claim`, said)).statusCode).toBe(204);
    expect((await ask('POST', `/api/v1/awards/${declined.rows[0]?.award}/decline`)).statusCode).toBe(204);
    const choice = { showName: true, showResult: true, showEvidence: true, olderPlatforms: true };
    const published = await ask('PUT', `/api/v1/awards/${award}/publication`, choice);
    publicId = new URL(published.json().url).pathname.split('/').at(-1) ?? '';
    await world.settle();
    const read = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
    ({ bytes } = read.document);
    await ask('POST', '/api/v1/verify', { text: bytes });
    await ask('GET', `/backpack/${award}/download.jwt`);
    const [standing] = await deps.database.asPublic((tx) =>
      listPublished(tx, groningen.institutionId, ['informal-award']),
    );
    await agreeToTerms(deps, other, { terms: standing?.id ?? '', language: 'en' });
    await claimAward(deps, other, { award: granted.rows[1]?.award ?? '' });
    await publishAward(deps, other, { award: granted.rows[1]?.award ?? '', choice });
    await revokeAward(deps, groningen.registrar, {
      award: declined.rows[0]?.award ?? '',
      reason: 'other',
      note: `Asked by ${CANARY.name}`,
    }).catch(() => undefined);
    await world.settle();
  });

  it('begins with data that is there: the search for it works', async () => {
    const found = await findCanary(world);
    expect(found.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'award_recipients',
        'awards',
        'batches',
        'documents',
        'email_addresses',
        'email_codes',
        'identities',
        'people',
      ]),
    );
  });

  it('is preceded by a copy of everything: data, documents that verify, and a page to read', async () => {
    const answer = await ask('GET', '/api/v1/account/export');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const files = unzipSync(new Uint8Array(answer.rawPayload));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(
      Object.keys(files)
        .filter((name) => name.startsWith('data/'))
        .sort(),
    ).toEqual(
      Object.keys(DOORS)
        .map((room) => `data/${room}.json`)
        .sort(),
    );
    expect(text('index.html')).toContain('<html lang="nl">');
    expect(text('index.html')).toContain(CANARY.name);
    expect(JSON.parse(text('data/accounts.json')).addresses).toEqual([
      expect.objectContaining({ address: CANARY.email }),
    ]);
    const documents = Object.keys(files).filter((name) => /credential\.|badge\./.test(name));
    expect(documents).toHaveLength(4);
    for (const name of documents) {
      const report = await verifyCredential(
        { ...world.deps, house: openHouse(world.deps) },
        { bytes: files[name] ?? new Uint8Array() },
      );
      expect([name, report.verdict]).toEqual([name, 'verified']);
    }
    for (const secret of ['tokenHash', 'codeHash', 'salt', 'offerHash', 'recipientKey'])
      expect(
        Object.keys(files).some((name) => name.startsWith('data/') && text(name).includes(`"${secret}"`)),
      ).toBe(false);
  });

  it('asks for a word, and is refused to nobody else', async () => {
    expect((await ask('POST', '/api/v1/account/erase', { confirm: 'yes' })).statusCode).toBe(400);
    await expect(eraseAccount(world.deps, { kind: 'anonymous' })).rejects.toMatchObject({ status: 401 });
  });

  it('asks for fresh proof', async () => {
    const old = { ...other, sessionProvenAt: new Date(world.clock.now().getTime() - 11 * 60_000) };
    for (const actor of [other, old])
      await expect(eraseAccount(world.deps, actor)).rejects.toMatchObject({ code: 'accounts/prove-again' });
  });

  it('leaves nothing of them in any column of any table, and everything of others', async () => {
    const exportOther = () =>
      world.deps.database.asCustodian({ person: other.personId }, (tx) =>
        exportEverything(tx, other.personId),
      );
    const before = JSON.stringify(await exportOther());
    const [bits] = await world.queryAsSuperuser<{ n: number }>(
      'SELECT count(*)::int AS n FROM status_entries',
    );
    world.mailSink.listLetters();
    const answer = await ask('POST', '/api/v1/account/erase', { confirm: 'erase' });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
    await world.settle();
    expect(await findCanary(world)).toEqual([]);
    expect(JSON.stringify(await exportOther())).toBe(before);
    expect(await world.queryAsSuperuser('SELECT count(*)::int AS n FROM status_entries')).toEqual([bits]);
    const [rows] = await world.queryAsSuperuser<{ rows: { reference?: string }[] }>(
      "SELECT rows FROM batches WHERE idempotency_key = 'once'",
    );
    expect(rows?.rows.map(({ reference }) => reference)).toEqual([undefined, 'row of other']);
  });

  it('is found when one row was left', async () => {
    await world.queryAsSuperuser(
      `UPDATE batches SET rows = jsonb_build_array(jsonb_build_object('reference', $1::text))`,
      [CANARY.word.toUpperCase()],
    );
    expect((await findCanary(world)).map(({ table }) => table)).toContain('batches');
    await world.queryAsSuperuser("UPDATE batches SET rows = '[]'");
  });

  it('keeps that it was awarded: number, day and version, tied to nobody', async () => {
    const [kept] = await world.queryAsSuperuser<Record<string, unknown>>(
      'SELECT * FROM awards WHERE id = $1',
      [award],
    );
    expect(kept).toMatchObject({
      state: 'claimed',
      person_id: null,
      narrative: null,
      evidence: null,
      reference: null,
      public_id: publicId,
    });
    expect(kept?.erased_at).toEqual(world.clock.now());
    const shown = await server.app.inject({
      url: `/api/v1/awards/${award}`,
      headers: {
        authorization: `Bearer ${await server.signInClient(world.groningen.institutionId, ['awards.read'])}`,
      },
    });
    expect(shown.json().recipient).toBeNull();
  });

  it('leaves the copy in their hands verifying, and the public page as if it had never been', async () => {
    const report = await verifyCredential(
      { ...world.deps, house: openHouse(world.deps) },
      { bytes: new TextEncoder().encode(bytes) },
    );
    expect(report.verdict).toBe('verified');
    const [gone, never] = await Promise.all([
      ask('GET', `/c/${publicId}.json`),
      ask('GET', `/c/${'0'.repeat(26)}.json`),
    ]);
    expect([gone.statusCode, gone.body]).toEqual([404, never.body]);
  });

  it('lets the institution still withdraw it', async () => {
    const revoked = await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    await world.settle();
    expect(revoked.state).toBe('revoked');
    const [entry] = await world.queryAsSuperuser<{ set_at: Date | null }>(
      'SELECT set_at FROM status_entries WHERE award_id = $1',
      [award],
    );
    expect(entry?.set_at).not.toBeNull();
  });

  it('is confirmed by a last letter, in their language', () => {
    const [letter] = world.mailSink.listLetters().filter(({ to }) => to.includes(CANARY.email));
    expect(letter?.subject).toBe('Uw gegevens zijn gewist');
  });

  it('ends every session', async () => {
    expect((await ask('GET', '/api/v1/session')).json().person).toBeNull();
    expect((await ask('GET', '/api/v1/backpack')).statusCode).toBe(401);
  });

  it('is refused to the last administrator of an institution, with its name', async () => {
    const { deps, oosterdiep } = world;
    const boss = await world.settleLearner('boss@example.org', 'The Boss');
    await addMember(
      deps,
      { kind: 'system' },
      {
        institutionId: oosterdiep.institutionId,
        identifier: 'boss@example.org',
        name: 'The Boss',
        role: 'administrator',
      },
    );
    await world.queryAsSuperuser("UPDATE members SET person_id = $1 WHERE identifier = 'boss@example.org'", [
      boss.personId,
    ]);
    await expect(eraseAccount(deps, fresh(boss))).rejects.toMatchObject({
      code: 'account/last-administrator',
      detail: expect.stringContaining('MBO Oosterdiep'),
    });
    expect(await takeOut(deps, boss)).toBeInstanceOf(Uint8Array);
  });

  it('leaves an offer that nobody claimed to whoever proves the address', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    const leaver = await world.settleLearner('leaver@example.org', 'Leaver');
    const granted = await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email: 'leaver@example.org' }],
    });
    await eraseAccount(deps, fresh(leaver));
    const back = await world.settleLearner('leaver@example.org', 'Back Again');
    expect(back.personId).not.toBe(leaver.personId);
    const [terms] = await deps.database.asPublic((tx) =>
      listPublished(tx, groningen.institutionId, ['informal-award']),
    );
    await agreeToTerms(deps, back, { terms: terms?.id ?? '', language: 'en' });
    expect((await claimAward(deps, back, { award: granted.rows[0]?.award ?? '' })).state).toBe('claimed');
  });
});

describe('what is kept no longer', () => {
  it('goes once a day: codes, sign-ins, sessions, tokens, names of rows', async () => {
    const { deps, clock, groningen } = world;
    await world.settleLearner('late@example.org');
    await server.signInClient(groningen.institutionId, ['awards.read']);
    const design = await world.publish(groningen.designer);
    await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email: 'late@example.org', reference: 'student 12' }],
    });
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/email-codes',
      headers: { origin: 'http://localhost:3999', host: 'localhost:3999' },
      payload: { address: 'late@example.org' },
    });
    await keepHouse(deps);
    const count = async (query: string) => (await world.queryAsSuperuser<{ n: number }>(query))[0]?.n;
    const codes = 'SELECT count(*)::int AS n FROM email_codes';
    const tokens = 'SELECT count(*)::int AS n FROM api_tokens';
    const references = `SELECT count(*)::int AS n FROM batches WHERE rows::text LIKE '%student 12%'`;
    expect([await count(codes), await count(tokens), await count(references)]).toEqual([
      expect.any(Number),
      expect.any(Number),
      1,
    ]);
    clock.advance(400 * 24 * 60 * 60 * 1000);
    await keepHouse(deps);
    expect([await count(codes), await count(tokens), await count(references)]).toEqual([0, 0, 0]);
    expect(
      await count(`SELECT count(*)::int AS n FROM batches WHERE rows::text LIKE '%issued%'`),
    ).toBeGreaterThan(0);
  });
});

/** As if they had just proven who they are. */
function fresh(actor: PersonActor): PersonActor {
  return { ...actor, sessionProvenAt: world.clock.now() };
}

type Hit = { readonly table: string; readonly column: string };

/** In every text, json and bytea column of every table, of the queue too; plain, and as it stands inside a JWT. */
async function findCanary({ queryAsSuperuser }: World): Promise<Hit[]> {
  const columns = await queryAsSuperuser<{ schema: string; table: string; column: string; type: string }>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column, data_type AS type
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'
     AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED')`,
  );
  const plain = [CANARY.word, 'zwaluwstaart', 'zwaluw.example'];
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(`${'_'.repeat(shift)}Xanthippus Zwaluwstaart`)
      .toString('base64url')
      .slice(4, -4),
  );
  const hits: Hit[] = [];
  for (const { schema, table, column, type } of columns) {
    const value =
      type === 'bytea'
        ? `encode("${column}", 'escape')`
        : type === 'USER-DEFINED'
          ? `"${column}"::text`
          : `"${column}"::text`;
    const [found] = await queryAsSuperuser<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${schema}"."${table}"
       WHERE EXISTS (SELECT FROM unnest($1::text[]) p WHERE lower(${value}) LIKE '%' || p || '%')
       OR EXISTS (SELECT FROM unnest($2::text[]) p WHERE ${value} LIKE '%' || replace(p, '_', '\\_') || '%')`,
      [plain, encoded],
    );
    if ((found?.n ?? 0) > 0) hits.push({ table, column });
  }
  return hits;
}

/** Everything in one archive: data a program can read, documents that verify, and a page that a person can read. */
import { strToU8, zipSync } from 'fflate';
import { readReader } from '../features/accounts/index.ts';
import { type Actor, appendAuditEntry } from '../features/audit/index.ts';
import { type Award, listHeldAwards, requirePerson } from '../features/awards/index.ts';
import { bakeBadge, readHolderDocument } from '../features/credentials/index.ts';
import { contentOf, findVersionById, inLanguage } from '../features/designs/index.ts';
import type { Deps } from './deps.ts';
import { exportEverything } from './person-data.ts';
import { composeIndexPage, type ListedFile } from './take-out-page.ts';

type TakenAward = { readonly award: Award; readonly title: string };

const FORMATS = [
  { format: 'ob3-data-integrity', file: 'credential.json' },
  { format: 'ob3-jwt', file: 'credential.jwt' },
] as const;

/** Made at once: a backpack of a hundred awards is some ten megabytes, and takes a few seconds. */
export async function takeOut(deps: Deps, actor: Actor): Promise<Uint8Array> {
  const person = requirePerson(actor);
  const { personId } = person;
  const now = deps.clock.now();
  const found = await deps.database.asCustodian({ person: personId }, async (tx) => {
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'account.exported',
      subject: { kind: 'person', id: personId },
      personId,
    });
    const held: TakenAward[] = [];
    for (const award of await listHeldAwards(tx, personId)) {
      const version = await findVersionById(tx, award.versionId);
      const content = version && contentOf(version);
      const title = content ? inLanguage(content.title, award.language, content.defaultLanguage) : award.id;
      held.push({ award, title });
    }
    return { held, reader: await readReader(tx, personId), data: await exportEverything(tx, personId) };
  });
  const files: Record<string, Uint8Array> = {};
  for (const [room, data] of Object.entries(found.data))
    files[`data/${room}.json`] = strToU8(`${JSON.stringify(data, null, 2)}\n`);
  const listed: ListedFile[] = [];
  for (const { award, title } of found.held) {
    const folder = `awards/${award.awardedOn}-${award.id.slice(-6)}`;
    const taken = await takeDocuments(deps, actor, award);
    for (const [name, bytes] of Object.entries(taken)) files[`${folder}/${name}`] = bytes;
    listed.push({ title, awardedOn: award.awardedOn, state: award.state, folder, files: Object.keys(taken) });
  }
  const page = composeIndexPage({
    language: found.reader?.language ?? 'en',
    name: found.reader?.name ?? '',
    addresses: found.reader?.addresses ?? [],
    madeAt: now,
    host: new URL(deps.publicUrl).host,
    awards: listed,
    data: Object.keys(found.data),
  });
  return zipSync({ 'index.html': strToU8(page), ...files }, { level: 6, mtime: now });
}

/** What was declined was never theirs, so there is nothing signed to hand over. */
async function takeDocuments(deps: Deps, actor: Actor, award: Award): Promise<Record<string, Uint8Array>> {
  if (award.state !== 'claimed' && award.state !== 'revoked') return {};
  const taken: Record<string, Uint8Array> = {};
  for (const { format, file } of FORMATS) {
    const { document, version } = await readHolderDocument(deps, actor, { award: award.id, format });
    taken[file] = strToU8(document.bytes);
    if (format !== 'ob3-data-integrity') continue;
    const toBake = { version, bytes: document.bytes, keyword: 'openbadgecredential' } as const;
    taken['badge.png'] = await bakeBadge(deps, 'png', toBake);
    taken['badge.svg'] = await bakeBadge(deps, 'svg', toBake);
  }
  return taken;
}

/**
 * When an issuer leaves: everything that a verifier asks of it, as files that any web server can go on serving at the
 * same addresses. Nothing of people: their credentials are theirs, and a hosted badge cannot move.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listVersionUrls } from '../features/designs/index.ts';
import { findIssuerOfUnit, type Issuer } from '../features/institutions/index.ts';
import { composeDidHistory, composeKeySet, listDidVersions, listPublicKeys } from '../features/keys/index.ts';
import { listStatusLists } from '../features/status/index.ts';
import { openHouse } from '../features/verification/index.ts';
import { locateDidWeb } from '../formats/index.ts';
import { formatInstant } from '../platform/clock.ts';
import { sha256 } from '../platform/crypto/index.ts';
import type { Deps } from './deps.ts';

type ExportDeps = Parameters<typeof openHouse>[0] & Pick<Deps, 'clock'>;

export type ExportedFile = {
  /** Where verifiers ask for it, with its query. */
  readonly url: string;
  /** Below the folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly sha256: string;
};

/** The address in the house of before; Open Badges 2.0 compares it with its query. */
const OLDER = '?v=2_0';

type Document = { readonly url: string; readonly mediaType: string; readonly text: string };

/** @returns what was written, and the digest of `index.json`, which names all the others */
export async function exportIssuer(
  deps: ExportDeps,
  issuer: Issuer,
  folder: string,
): Promise<{ readonly files: readonly ExportedFile[]; readonly sha256: string }> {
  const files: ExportedFile[] = [];
  for (const { url, mediaType, text } of await gather(deps, issuer)) {
    const path = nameFile(url);
    write(folder, path, text);
    files.push({ url, path, mediaType, sha256: digest(text) });
  }
  const { did, url } = issuer;
  const index = `${JSON.stringify({ did, url, exportedAt: formatInstant(deps.clock.now()), files }, null, 2)}\n`;
  write(folder, 'index.json', index);
  return { files, sha256: digest(index) };
}

async function gather(deps: ExportDeps, issuer: Issuer): Promise<Document[]> {
  const { keys, versions, lists, designs, approver, approverKeys } = await deps.database.asPublic(
    async (tx) => {
      const approver = await findIssuerOfUnit(tx, issuer.institutionId, null);
      return {
        approver,
        approverKeys: approver && approver.id !== issuer.id ? await listPublicKeys(tx, approver.id) : [],
        keys: await listPublicKeys(tx, issuer.id),
        versions: await listDidVersions(tx, issuer.id),
        lists: await listStatusLists(tx, issuer.id),
        designs: await listVersionUrls(tx, issuer.id),
      };
    },
  );
  const history = composeDidHistory(issuer, versions);
  const keyUrls = keys.map(({ kid }) => `${issuer.url}/keys/${kid}`);
  const definitions = [...new Set(designs.flatMap((url) => [url.replace(/\/versions\/\d+$/, ''), url]))];
  const asked = [
    { url: locateDidWeb(issuer.did), mediaType: 'application/did+json' },
    { url: issuer.url, mediaType: 'application/json' },
    ...keyUrls.map((url) => ({ url, mediaType: 'application/jwk+json' })),
    ...lists.map(({ url }) => ({ url, mediaType: 'application/vc' })),
    // Approvals are the institution's word, and travel inside what its units award.
    ...(approver && approver.id !== issuer.id
      ? [
          { url: locateDidWeb(approver.did), mediaType: 'application/did+json' },
          { url: approver.url, mediaType: 'application/json' },
          ...approverKeys.map(({ kid }) => ({
            url: `${approver.url}/keys/${kid}`,
            mediaType: 'application/jwk+json',
          })),
        ]
      : []),
    ...definitions.map((url) => ({ url, mediaType: 'application/ld+json' })),
    { url: `${issuer.url}/revocations`, mediaType: 'application/json' },
    ...[issuer.url, `${issuer.url}/revocations`, ...keyUrls, ...definitions].map((url) => ({
      url: url + OLDER,
      mediaType: 'application/ld+json',
    })),
  ];
  return [
    ...(await readAll(deps, asked)),
    ...versions.map(({ version, bytes: text }) => ({
      url: `${issuer.url}/did.json?versionId=${version}`,
      mediaType: 'application/did+json',
      text,
    })),
    document(`${issuer.url}/did-history.json`, 'application/json', history),
    document(`${issuer.url}/jwks.json`, 'application/jwk-set+json', composeKeySet(keys)),
  ];
}

/** As their routes give them; what an issuer has none of, such as a list for older readers, is left out. */
async function readAll(
  deps: ExportDeps,
  asked: readonly { readonly url: string; readonly mediaType: string }[],
): Promise<Document[]> {
  const house = openHouse(deps);
  const found: Document[] = [];
  for (const { url, mediaType } of asked) {
    const { status, text } = await house.readOwn(url);
    if (status === 200) found.push({ url, mediaType, text });
  }
  return found;
}

function document(url: string, mediaType: string, content: object): Document {
  return { url, mediaType, text: JSON.stringify(content) };
}

/** An address is a file and a folder at once, and files have no query: `issuers/x` + `?v=2_0` → `issuers/x.v=2_0.json`. */
function nameFile(url: string): string {
  const { pathname, search } = new URL(url);
  const query = search.replace('?', '.').replace(/[^\w.=-]/g, '_');
  return `${pathname.slice(1).replace(/\.json$/, '')}${query}.json`;
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function digest(text: string): string {
  return Buffer.from(sha256(Buffer.from(text))).toString('hex');
}

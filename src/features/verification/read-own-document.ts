/** Our own addresses, answered from the database: the same documents as their routes give. */
import type { Database, Tx } from '../../database/index.ts';
import {
  composeIssuer,
  composeProfile,
  composeRevokedAssertion,
  type FormatId,
  type JsonObject,
  parseJsonObject,
} from '../../formats/index.ts';
import { Problem } from '../../platform/problem.ts';
import { readPublicDocument } from '../credentials/index.ts';
import { contentOf, findFrozenDocument, findVersion } from '../designs/index.ts';
import {
  composeIssuerFacts,
  findInstitution,
  findIssuer,
  findIssuerOfUnit,
  findOperator,
  type Issuer,
} from '../institutions/index.ts';
import {
  composeDidDocument,
  listOlderKeys,
  listPublicKeys,
  presentJwk,
  presentOlderKey,
} from '../keys/index.ts';
import { readRevocations, readStatusList } from '../status/index.ts';

export type OwnAnswer = { readonly status: 200 | 404 | 410; readonly text: string };

type OwnDeps = Parameters<typeof readStatusList>[0] & { readonly database: Database };

type OwnRoute = {
  readonly path: RegExp;
  readonly read: (deps: OwnDeps, parts: readonly string[], older: boolean) => Promise<OwnAnswer>;
};

const ABSENT: OwnAnswer = { status: 404, text: '' };

/** An image or a certificate is asked for the credential inside it: the same bytes. */
const routes: readonly OwnRoute[] = [
  {
    path: /^\/c\/([0-9a-z]{26})(\.(?:json|jwt|png|svg|pdf))?$/,
    read: (deps, [publicId = '', extension], older) =>
      readCredential(
        deps,
        publicId,
        older ? 'ob2-hosted' : extension === '.jwt' ? 'ob3-jwt' : 'ob3-data-integrity',
      ),
  },
  {
    path: /^\/c\/([0-9a-z]{26})\/ob2$/,
    read: (deps, [publicId = '']) => readCredential(deps, publicId, 'ob2-hosted'),
  },
  {
    path: /^\/issuers\/([0-9a-z]{1,40})$/,
    read: (deps, [publicId = ''], older) =>
      readIssuer(deps, publicId, async (tx, issuer) => readProfile(tx, issuer, older)),
  },
  {
    path: /^\/issuers\/([0-9a-z]{1,40})\/did\.json$/,
    read: (deps, [publicId = '']) => readIssuer(deps, publicId, readDidDocument),
  },
  {
    path: /^\/issuers\/([0-9a-z]{1,40})\/keys\/([\w-]{1,100})$/,
    read: (deps, [publicId = '', kid], older) =>
      readIssuer(deps, publicId, async (tx, issuer) => {
        const key = (await listPublicKeys(tx, issuer.id)).find((one) => one.kid === kid);
        return key && (older ? presentOlderKey(key, issuer) : presentJwk(key));
      }),
  },
  {
    path: /^\/issuers\/([0-9a-z]{1,40})\/revocations$/,
    read: (deps, [publicId = ''], older) =>
      deps.database.asPublic(async (tx) => {
        const list = await readRevocations(tx, publicId, older);
        return list ? answer(list) : ABSENT;
      }),
  },
  {
    path: /^\/\.well-known\/did\.json$/,
    read: (deps) =>
      deps.database.asPublic(async (tx) => {
        const operator = await findOperator(tx);
        const issuer = operator && (await findIssuerOfUnit(tx, operator.id, null));
        return issuer ? answer(await readDidDocument(tx, issuer)) : ABSENT;
      }),
  },
  {
    path: /^\/status\/([0-9a-z]{1,40})$/,
    read: async (deps, [publicId = '']) => {
      const list = await readStatusList(deps, publicId);
      return list ? { status: 200, text: list.document } : ABSENT;
    },
  },
  {
    path: /^\/designs\/([0-9a-z]{1,40})(?:\/versions\/(\d{1,5}))?$/,
    read: (deps, [publicId = '', number], older) => readDefinition(deps, publicId, number, older),
  },
];

export async function readOwnDocument(deps: OwnDeps, url: string): Promise<OwnAnswer> {
  const { pathname, searchParams } = new URL(url);
  for (const { path, read } of routes) {
    const match = path.exec(pathname);
    if (match) return await read(deps, match.slice(1), searchParams.get('v') === '2_0');
  }
  return ABSENT;
}

/** The public edition, or nothing: private, withdrawn and never issued are one (DECISIONS 20). */
async function readCredential(deps: OwnDeps, publicId: string, format: FormatId): Promise<OwnAnswer> {
  try {
    const { document, revoked } = await readPublicDocument(deps, { publicId, format });
    if (!revoked || format !== 'ob2-hosted') return { status: 200, text: document.bytes };
    const id = String(JSON.parse(document.bytes).id).replace(/\/ob2$/, '');
    return { status: 410, text: JSON.stringify(composeRevokedAssertion(id, revoked.reason ?? undefined)) };
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return ABSENT;
    throw error;
  }
}

function readIssuer(
  deps: OwnDeps,
  publicId: string,
  present: (tx: Tx, issuer: Issuer) => Promise<object | undefined>,
): Promise<OwnAnswer> {
  return deps.database.asPublic(async (tx) => {
    const issuer = await findIssuer(tx, { publicId });
    const document = issuer && (await present(tx, issuer));
    return document ? answer(document) : ABSENT;
  });
}

export async function readDidDocument(tx: Tx, issuer: Issuer): Promise<JsonObject> {
  const document = composeDidDocument(issuer.did, issuer.url, await listPublicKeys(tx, issuer.id));
  return parseJsonObject(JSON.stringify(document));
}

async function readProfile(tx: Tx, issuer: Issuer, older: boolean): Promise<object | undefined> {
  const institution = await findInstitution(tx, issuer.institutionId);
  const top = await findIssuerOfUnit(tx, issuer.institutionId, null);
  if (!institution || !top) return undefined;
  const facts = composeIssuerFacts(institution, issuer, top);
  if (!older) return composeProfile(facts, institution.defaultLanguage);
  const keys = listOlderKeys(await listPublicKeys(tx, issuer.id), issuer);
  return composeIssuer(facts, institution.defaultLanguage, keys);
}

function readDefinition(
  deps: OwnDeps,
  publicId: string,
  number: string | undefined,
  older: boolean,
): Promise<OwnAnswer> {
  return deps.database.asPublic(async (tx) => {
    const version = await findVersion(tx, publicId, number === undefined ? undefined : Number(number));
    const text =
      version &&
      (await findFrozenDocument(
        tx,
        version.id,
        older ? 'badge-class' : 'achievement',
        contentOf(version).defaultLanguage,
      ));
    return text === undefined ? ABSENT : { status: 200, text };
  });
}

function answer(document: object): OwnAnswer {
  return { status: 200, text: JSON.stringify(document) };
}

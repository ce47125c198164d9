/**
 * The key of an SD-JWT's issuer, which only the issuer can tell (draft-ietf-oauth-sd-jwt-vc, section 3.5): in its
 * metadata when it is a web address, in its DID document when it is a DID.
 */
import {
  isJsonObject,
  type Json,
  type JsonObject,
  type MethodRequest,
  parsePublicJwk,
  type ResolvedMethod,
  type ResolveMethod,
} from '../../formats/index.ts';
import { type FindDocument, findJson } from './find-document.ts';
import type { House } from './house.ts';
import { findControlledDocument } from './resolve-method.ts';

type Sources = {
  readonly findDocument: FindDocument;
  readonly house: House | undefined;
  readonly resolveMethod: ResolveMethod;
};

const UNAVAILABLE: ResolvedMethod = { found: false, because: 'unavailable' };
const NOT_FOUND: ResolvedMethod = { found: false, because: 'not-found' };
const MALFORMED: ResolvedMethod = { found: false, because: 'malformed-document' };

export function createTokenKeyResolver(sources: Sources): ResolveMethod {
  return async (request) => {
    const { issuer = '', id } = request;
    if (issuer.startsWith('did:')) return await resolveInDid(sources, { ...request, issuer });
    if (/^https:\/\//i.test(issuer)) return await resolveInMetadata(sources, issuer, id);
    return NOT_FOUND;
  };
}

/** `kid` is the name of the method, in full or from the fragment on; a DID of one key needs none. */
async function resolveInDid(
  sources: Sources,
  { id, ...request }: MethodRequest & { readonly issuer: string },
): Promise<ResolvedMethod> {
  const { issuer } = request;
  if (id !== undefined) {
    const name = id.startsWith('#') ? `${issuer}${id}` : id;
    return name.startsWith('did:') ? await sources.resolveMethod({ ...request, id: name }) : NOT_FOUND;
  }
  const name = issuer.startsWith('did:key:')
    ? `${issuer}#${issuer.slice('did:key:'.length)}`
    : await findOnlyMethod(sources, issuer);
  return typeof name === 'string'
    ? await sources.resolveMethod({ ...request, id: name })
    : (name ?? NOT_FOUND);
}

async function findOnlyMethod(sources: Sources, did: string): Promise<string | ResolvedMethod | undefined> {
  const answer = await findControlledDocument(sources, did);
  if (!answer.found) return UNAVAILABLE;
  const methods = [answer.document?.assertionMethod ?? []].flat();
  const [only] = methods;
  const id = isJsonObject(only) ? only.id : only;
  return methods.length === 1 && typeof id === 'string' ? id : undefined;
}

async function resolveInMetadata(
  sources: Sources,
  issuer: string,
  kid: string | undefined,
): Promise<ResolvedMethod> {
  const url = locateMetadata(issuer);
  if (url === undefined) return MALFORMED;
  const answer = await findJson(sources.findDocument, url);
  if (!answer.found) return UNAVAILABLE;
  const { document } = answer;
  if (!document) return NOT_FOUND;
  // Another's metadata under this address would let a host speak for whoever it likes.
  if (document.issuer !== issuer) return MALFORMED;
  const keys = await readKeys(sources, document);
  return Array.isArray(keys) ? chooseKey(keys, issuer, kid) : (keys as ResolvedMethod);
}

/** Section 4.1: between the host and the path. */
function locateMetadata(issuer: string): string | undefined {
  if (!URL.canParse(issuer)) return undefined;
  const { origin, pathname, search, hash, username } = new URL(issuer);
  if (search !== '' || hash !== '' || username !== '') return undefined;
  return `${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`;
}

/** In the document itself or at an address, and never in both. */
async function readKeys(
  { findDocument }: Sources,
  { jwks, jwks_uri: address }: JsonObject,
): Promise<readonly Json[] | ResolvedMethod> {
  if ((jwks === undefined) === (address === undefined)) return MALFORMED;
  if (jwks !== undefined) return isJsonObject(jwks) && Array.isArray(jwks.keys) ? jwks.keys : MALFORMED;
  if (typeof address !== 'string' || !/^https:\/\//i.test(address)) return MALFORMED;
  const answer = await findJson(findDocument, address);
  if (!answer.found) return UNAVAILABLE;
  return Array.isArray(answer.document?.keys) ? answer.document.keys : MALFORMED;
}

function chooseKey(keys: readonly Json[], issuer: string, kid: string | undefined): ResolvedMethod {
  const named = keys.filter((key) => isJsonObject(key) && (kid === undefined || key.kid === kid));
  const usable = named.filter((key) => isJsonObject(key) && (key.use === undefined || key.use === 'sig'));
  const [only] = usable;
  // Of two keys of one name nobody knows which was meant.
  if (usable.length !== 1) return NOT_FOUND;
  const publicJwk = parsePublicJwk(only);
  if (!publicJwk) return MALFORMED;
  return { found: true, method: { id: `${issuer}#${kid ?? ''}`, controller: issuer, publicJwk } };
}

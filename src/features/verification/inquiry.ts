/** One question about one credential: what is asked, and where answers may come from. */
import type { Compression, Crypto } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Egress } from '../../platform/egress/index.ts';
import type { ReadPdf } from '../../platform/pdf/index.ts';
import { createFindDocument, type FindDocument } from './find-document.ts';
import type { House } from './house.ts';
import { createResolver, type Resolver } from './resolve-method.ts';

export type VerifyDeps = {
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly compression: Compression;
  readonly egress: Pick<Egress, 'fetch'>;
  readonly readPdf: ReadPdf;
  /** What this installation knows itself; undefined for a command without a database. */
  readonly house: House | undefined;
};

/** Whom the reader expects: an e-mail address, or an identifier of an institution. */
export type ExpectedRecipient = { readonly kind: 'email' | 'id'; readonly value: string };

export type VerifyOptions = {
  /** The instant the question is about; absent: now. */
  readonly at?: Date;
  readonly as?: ExpectedRecipient;
  /** Fetch nothing. What this installation knows itself is not fetched. */
  readonly offline?: boolean;
};

export type Inquiry = Omit<VerifyDeps, 'clock' | 'egress'> & {
  readonly now: Date;
  readonly at: Date;
  readonly as: ExpectedRecipient | undefined;
  readonly findDocument: FindDocument;
  readonly resolver: Resolver;
};

export function openInquiry(deps: VerifyDeps, options: VerifyOptions): Inquiry {
  const { crypto, compression, readPdf, house } = deps;
  const now = deps.clock.now();
  const findDocument = createFindDocument(deps, { offline: options.offline === true });
  return {
    crypto,
    compression,
    readPdf,
    house,
    now,
    at: options.at ?? now,
    as: options.as,
    findDocument,
    resolver: createResolver({ findDocument, house }),
  };
}

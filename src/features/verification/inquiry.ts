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
  /** What the one who asks gave a holder to sign, so that nobody can hand in what another signed before. */
  readonly challenge?: string;
  readonly domain?: string;
  /** Fetch nothing. What this installation knows itself is not fetched. */
  readonly offline?: boolean;
};

export type Inquiry = Omit<VerifyDeps, 'clock' | 'egress'> & {
  readonly now: Date;
  readonly at: Date;
  readonly as: ExpectedRecipient | undefined;
  readonly challenge: string | undefined;
  readonly domain: string | undefined;
  readonly findDocument: FindDocument;
  readonly resolver: Resolver;
};

/** @param fetches how many addresses may be asked, when there is more than one credential to ask for */
export function openInquiry(deps: VerifyDeps, options: VerifyOptions, fetches?: number): Inquiry {
  const { crypto, compression, readPdf, house } = deps;
  const now = deps.clock.now();
  const findDocument = createFindDocument(deps, {
    offline: options.offline === true,
    ...(fetches === undefined ? {} : { most: fetches }),
  });
  return {
    crypto,
    compression,
    readPdf,
    house,
    now,
    at: options.at ?? now,
    as: options.as,
    challenge: options.challenge,
    domain: options.domain,
    findDocument,
    resolver: createResolver({ findDocument, house }),
  };
}

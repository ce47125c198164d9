import { readFileSync } from 'node:fs';
import type { Database } from '../../database/index.ts';
import { secureCertificate, stateCertificate } from '../../formats/certificate/index.ts';
import { FormatRefusal, parseJsonObject, readOb3, sayIn } from '../../formats/index.ts';
import { drawBand, drawWaarmerk } from '../../formats/waarmerk/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { type TypesetPdf, TypesettingRefusal } from '../../platform/typesetting/index.ts';
import { composeAlternative, contentOf, type DesignVersion } from '../designs/index.ts';
import { findInstitution, findIssuer, type Institution, type Issuer } from '../institutions/index.ts';
import { type GetSigner, recordSigned } from '../keys/index.ts';
import { composeCertificateSheet } from './certificate-sheet.ts';
import { certificatesBusy, certificatesUnavailable } from './credentials.problems.ts';
import { drawQr } from './draw-qr.ts';
import type { ReadDocument } from './read-document.ts';

export type CertificateDeps = {
  readonly database: Database;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly getSigner: GetSigner;
  readonly typeset: TypesetPdf;
  readonly publicUrl: string;
};

const template = readFileSync(new URL('./certificate.typ', import.meta.url), 'utf8');
const INK = '#131a2e';
/** A tenth of the ink, at most, behind words (DESIGN 8). */
const FAINT = '#e9eaee';
const PAPER = '#ffffff';
/** 176 mm at 96 dpi. */
const BAND_WIDTH = 665;
/** Millimetres: what a telephone at arm's length tells apart, on paper from a common printer. */
const MODULE = 0.4;
const LEAST_SIDE = 34;

/**
 * An edition as pages for paper, with its exact bytes attached. Made on request and kept nowhere.
 *
 * @throws Problem 501 where the system has no Typst, 503 when too many are asked for at once
 */
export async function makeCertificate(
  deps: CertificateDeps,
  { document, version, revoked }: Pick<ReadDocument, 'document' | 'version' | 'revoked'>,
): Promise<Uint8Array> {
  const credential = parseJsonObject(document.bytes);
  const said = readOb3(credential);
  const { institution, issuer } = await findAwarding(deps, version, said.issuer.id ?? '');
  const content = contentOf(version);
  const language = said.language?.toLowerCase() ?? content.defaultLanguage;
  const code = drawQr(await composeCode(deps, issuer, document.bytes), INK);
  const sheet = composeCertificateSheet({
    document: credential,
    content,
    language,
    awardedOn: said.awardedDate?.slice(0, 10) ?? dayIn(institution.timeZone, document.signedAt),
    expiresOn: said.validUntil?.slice(0, 10) ?? null,
    revokedOn: revoked ? dayIn(institution.timeZone, revoked.at ?? deps.clock.now()) : null,
    imageAlt: sayIn(composeAlternative(content, issuer.name), language, content.defaultLanguage),
    verifyUrl: `${deps.publicUrl}/verify`,
    made: deps.clock.now(),
  });
  const mark = await drawMark(deps.storage, version, revoked !== null);
  const side = Math.max(LEAST_SIDE, Math.round(code.modules * MODULE * 10) / 10);
  return await deps
    .typeset({
      template,
      data: { ...sheet, mark: mark.name, codeSide: side },
      files: {
        'credential.json': Buffer.from(document.bytes),
        'qr.svg': Buffer.from(code.svg),
        'blind.svg': Buffer.from(drawBlind(version, { idPrefix: 'b', ink: FAINT })),
        'band.svg': Buffer.from(
          drawBand({ hash: version.markHash, palette: [...version.inks], width: BAND_WIDTH }),
        ),
        [mark.name]: mark.bytes,
      },
    })
    .catch(refuse);
}

/** The issuer that the edition names, whatever the version says now. */
async function findAwarding(
  { database }: CertificateDeps,
  version: DesignVersion,
  did: string,
): Promise<{ readonly institution: Institution; readonly issuer: Issuer }> {
  return await database.asPublic(async (tx) => {
    const institution = await findInstitution(tx, version.institutionId);
    const issuer = await findIssuer(tx, { did });
    if (!institution || !issuer) throw notFound();
    return { institution, issuer };
  });
}

/** What the code opens: the address with the signed statement, or the address alone where no words would fit. */
async function composeCode(deps: CertificateDeps, issuer: Issuer, bytes: string): Promise<string> {
  const statement = stateCertificate(parseJsonObject(bytes), sha256(Buffer.from(bytes)));
  try {
    const { institutionId } = issuer;
    return await deps.database.asWorker(institutionId, async (tx) => {
      const signer = await deps.getSigner(tx, issuer, 'award-p256');
      const code = await secureCertificate(statement, signer);
      await recordSigned(tx, [{ institutionId, bytes: code, signedAt: deps.clock.now() }]);
      return code;
    });
  } catch (error) {
    if (error instanceof FormatRefusal && error.reason === 'text-too-large') return statement.jti;
    throw error;
  }
}

type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** Without colour once it is withdrawn. A picture that the institution brought stands as it is. */
async function drawMark(storage: Storage, version: DesignVersion, isWithdrawn: boolean): Promise<Picture> {
  if (version.imageKind !== 'waarmerk') {
    const image = await storage.get(version.imageKey);
    if (!image) throw notFound();
    return { name: 'mark.png', bytes: image.bytes };
  }
  const svg = isWithdrawn
    ? drawBlind(version, { idPrefix: 'm', ink: '#b4b9c4' })
    : drawWaarmerk({
        hash: version.markHash,
        palette: [...version.inks],
        size: 'fijn',
        variant: 'round',
        idPrefix: 'm',
        pixels: 600,
      });
  return { name: 'mark.svg', bytes: Buffer.from(svg) };
}

function drawBlind(version: DesignVersion, { idPrefix, ink }: { idPrefix: string; ink: string }): string {
  return drawWaarmerk({
    hash: version.markHash,
    palette: [...version.inks],
    size: 'fijn',
    variant: 'blind',
    idPrefix,
    pixels: 600,
    blindInk: ink,
    blindGround: PAPER,
  });
}

function refuse(error: unknown): never {
  if (error instanceof TypesettingRefusal && error.reason === 'unavailable') throw certificatesUnavailable();
  if (error instanceof TypesettingRefusal && error.reason === 'too-busy') throw certificatesBusy();
  throw error;
}

/**
 * A credential or a presentation secured in a form of its own, which a JSON-LD document carries as a data URL
 * (VC Data Model 2.0, sections 4.12 and 4.13.2).
 */
import type { JsonObject } from './format.ts';
import { isJsonObject } from './json.ts';
import { readTexts } from './read-members.ts';
import { FormatRefusal } from './refusal.ts';

export type Envelope = {
  readonly holds: 'credential' | 'presentation';
  readonly mediaType: string;
  readonly text: string;
};

const kinds = new Map([
  ['EnvelopedVerifiableCredential', 'credential'],
  ['EnvelopedVerifiablePresentation', 'presentation'],
] as const);

/** Of these the content is text; `vc+cose` is bytes, which nothing here reads. */
const readable: ReadonlySet<string> = new Set([
  'application/vc+jwt',
  'application/vc+sd-jwt',
  'application/dc+sd-jwt',
  'application/vp+jwt',
]);
const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)((?:;[\w=.+-]+)*),(.*)$/s;

export function isEnvelope(value: unknown): value is JsonObject {
  return isJsonObject(value) && readTexts(value.type).some((type) => kindOf(type) !== undefined);
}

/** `unreadable`: an envelope of a kind that nothing here opens. Throws for one that is malformed. */
export function openEnvelope(document: JsonObject): Envelope | 'unreadable' {
  const [kind, ...others] = readTexts(document.type).flatMap((type) => kindOf(type) ?? []);
  const [, mediaType, parameters, text] =
    typeof document.id === 'string' ? (DATA_URL.exec(document.id) ?? []) : [];
  if (kind === undefined || others.length > 0) throw new FormatRefusal('envelope-malformed', 'type');
  if (mediaType === undefined || text === undefined) throw new FormatRefusal('envelope-malformed', 'id');
  if (!readable.has(mediaType) || parameters !== '') return 'unreadable';
  if (mediaType.startsWith('application/vp') !== (kind === 'presentation'))
    throw new FormatRefusal('envelope-malformed', mediaType);
  return { holds: kind, mediaType, text };
}

function kindOf(type: string): Envelope['holds'] | undefined {
  return kinds.get(type as 'EnvelopedVerifiableCredential'); // any text is asked; undefined for others
}

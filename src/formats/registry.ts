/** One line per format; the conformance suite runs for each. */
import type { Format } from './format.ts';
import { ob2Hosted } from './ob2/format.ts';
import { ob3DataIntegrity, ob3Jwt } from './ob3/format.ts';

export const formats = {
  'ob3-data-integrity': ob3DataIntegrity,
  'ob3-jwt': ob3Jwt,
  'ob2-hosted': ob2Hosted,
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(formats, id);
}

/** Does the document keep the shape of its standard? */
import {
  type Conformance,
  checkCredentialModel,
  checkOb2Assertion,
  checkOb3,
  checkOb3Endorsement,
  checkVocabulary,
  type DetectedFormat,
  type JsonObject,
} from '../../formats/index.ts';
import { failed, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';
import { isTooHeavy, MAX_PRESENTED } from './weigh-document.ts';

const shapes: Readonly<Partial<Record<DetectedFormat, (document: JsonObject) => Conformance>>> = {
  'ob3-data-integrity': checkOb3,
  'ob3-jwt': checkOb3,
  'ob2-hosted': checkOb2Assertion,
  'ob2-signed': checkOb2Assertion,
  vc: (document) =>
    isEndorsement(document) ? checkOb3Endorsement(document) : checkCredentialModel(document),
};

function isEndorsement({ type }: JsonObject): boolean {
  return Array.isArray(type) && type.includes('EndorsementCredential');
}

export function checkConformance(format: DetectedFormat, document: JsonObject): Check {
  const shape = shapes[format];
  if (!shape) return notChecked('conforms', 'unsupported-format', { format });
  return sayConformance(shape(document));
}

/**
 * For documents of the VC Data Model, also what their types mean; which canonicalising tells by itself, and which
 * nobody asks when the proof is over the text.
 */
export async function checkModel(conformance: Conformance, document: JsonObject): Promise<Check> {
  if (!conformance.conforms) return sayConformance(conformance);
  if (isTooHeavy(document, MAX_PRESENTED)) return notChecked('conforms', 'too-complex');
  const vocabulary = await checkVocabulary(document);
  if (vocabulary.conforms === undefined)
    return notChecked('conforms', 'unsupported-context', { context: vocabulary.context });
  return sayConformance(vocabulary);
}

export function sayConformance(conformance: Conformance): Check {
  if (conformance.conforms) return passed('conforms');
  return failed('conforms', 'not-conforming', {
    faults: conformance.faults.map(({ path, message }) => `${path || '/'}: ${message}`),
  });
}

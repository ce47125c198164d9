/** One transparent pixel, for tests. */
import { decodeBase64url } from '../multibase.ts';

export const tinyPng = decodeBase64url(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVQIW2NgUPr_HwADaAIhG61j_AAAAABJRU5ErkJggg',
);

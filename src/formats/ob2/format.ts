/** Open Badges 2.0, hosted: for platforms that read nothing newer. */
import type { Format } from '../format.ts';
import { parseJsonObject } from '../json.ts';
import { composeAssertion, composeBadgeClass, listOmissions } from './compose.ts';
import { readOb2 } from './read.ts';
import { checkOb2Assertion } from './schema.ts';

export const ob2Hosted: Format = {
  id: 'ob2-hosted',
  mediaType: 'application/ld+json',
  fileExtension: 'json',
  composeDefinition: composeBadgeClass,
  // The Assertion names its BadgeClass by URL, so the frozen one is not needed to compose it.
  compose: (facts, crypto) => composeAssertion(facts, crypto),
  secure: async (document) => JSON.stringify(document),
  open: parseJsonObject,
  checkConformance: checkOb2Assertion,
  read: (document) => readOb2(document),
  omissions: listOmissions,
};

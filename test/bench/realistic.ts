/**
 * The credential that PERFORMANCE measures: profile of the issuer, criteria, five alignments, a result, evidence and
 * a status, 4.4 KB signed. The fixture of the formats has every element there is and weighs twice as much.
 */
import type { CredentialFacts, VersionFacts } from '../../src/formats/index.ts';
import { bareFacts, credentialFacts } from '../../src/formats/testing.ts';

const bare = bareFacts(credentialFacts);
const { evidence, result, status, validUntil } = credentialFacts;

export const realisticVersion: VersionFacts = {
  ...bare.version,
  content: {
    ...bare.version.content,
    workload: { ects: 5 },
    skills: Array.from({ length: 5 }, (_, i) => ({
      targetName: `lead change, part ${i}`,
      targetUrl: `http://data.europa.eu/esco/skill/${i}`,
      targetFramework: 'ESCO',
    })),
  },
};

/** One award of many: they differ in id, person, status and what they are called. */
export function realisticFacts(count: number): CredentialFacts {
  const serial = String(count).padStart(12, '0');
  return {
    ...bare,
    id: `https://waarmerk.example/c/${serial}`,
    subjectId: `urn:uuid:0d3f9a52-6f0e-4b8c-9a57-${serial}`,
    holder: { ...credentialFacts.holder, name: `Learner ${serial}` },
    version: realisticVersion,
    ...(result ? { result } : {}),
    ...(evidence ? { evidence } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(status ? { status: { ...status, index: 1_000 + count * 17 } } : {}),
  };
}

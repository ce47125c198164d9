import { expect, it } from 'vitest';
import { formats } from '../../formats/index.ts';
import { accreditedFacts, credentialFacts, crypto } from '../../formats/testing.ts';
import { composeCertificateSheet } from './certificate-sheet.ts';

async function listSections(facts: typeof credentialFacts) {
  const { document } = await formats['ob3-data-integrity'].compose(facts, crypto);
  const sheet = composeCertificateSheet({
    ...{ document, content: facts.version.content, language: facts.language },
    ...{ awardedOn: '2026-11-21', expiresOn: null, revokedOn: null, imageAlt: 'A badge' },
    ...{ verifyUrl: 'https://waarmerk.example/verify', made: new Date('2026-11-22T09:00:00Z') },
  });
  return new Map(sheet.sections.map(({ label, paragraphs }) => [label, paragraphs.join('\n')]));
}

it.each([
  ['en', 'External quality assurance', 'In force from 1 February 2024 to 31 December 2029.'],
  ['nl', 'Externe kwaliteitszorg', 'Geldig van 1 februari 2024 tot en met 31 december 2029.'],
])(
  'a certificate names who vouches from outside, until when and where to look (%s)',
  async (language, label, days) => {
    const section = (await listSections({ ...accreditedFacts, language })).get(label);
    expect(section).toContain(days);
    expect(section).toContain('DEQAR 12345: https://register.example.org/reports/12345');
  },
);

it('of a version without it has no such heading', async () => {
  expect([...(await listSections(credentialFacts)).keys()]).not.toContain('External quality assurance');
});

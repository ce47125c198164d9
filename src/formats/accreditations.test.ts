import { describe, expect, it } from 'vitest';
import { isInForce } from './accreditations.ts';
import { listUnstructured } from './omissions.ts';
import { formats } from './registry.ts';
import { accreditations } from './testing/accreditations.ts';
import { AT, accreditedFacts, credentialFacts, crypto, issue, verifyDeps, versionFacts } from './testing.ts';

const { content } = accreditedFacts.version;

describe.each(Object.values(formats))('external quality assurance in $id', (format) => {
  it.each([
    ['en', 'External quality assurance', 'In force from 1 February 2024 to 31 December 2029.'],
    ['nl', 'Externe kwaliteitszorg', 'Geldig van 1 februari 2024 tot en met 31 december 2029.'],
  ])('stands on the credential with its dates and what it covers (%s)', async (language, heading, period) => {
    const facts = { ...accreditedFacts, language };
    const document = format.open(await issue(format, facts));
    expect(format.checkConformance(document)).toEqual({ conforms: true });
    const definition = format.composeDefinition(facts.version, language);
    const summary = format.read(
      typeof document.badge === 'string' ? { ...document, badge: definition } : document,
    );
    const section = summary.criteria.find(({ topic }) => topic === 'external-quality-assurance');
    expect(section?.heading).toBe(heading);
    expect(section?.text).toContain(period);
    expect(section?.text).toContain('https://register.example.org/reports/12345');
    const link = summary.alignments.find(({ framework }) => framework === 'DEQAR');
    expect(link).toMatchObject({ code: '12345', url: 'https://register.example.org/reports/12345' });
    expect(link?.description).toContain(period);
    const limited = summary.alignments.find(({ framework }) => framework === 'NVAO');
    expect(limited?.description).toContain('Campus Fryslân');
    expect(limited?.description).toMatch(/conditions|voorwaarden/);
    const kinds = summary.alignments.filter(({ element }) => element === 'quality-assurance');
    expect(kinds.map(({ code }) => code).sort()).toEqual(['820101cba6', 'bb4618238e']);
  });

  it('is said without a term for it where the format has none', () => {
    const omitted = format.omissions(content).some(({ element }) => element === 'accreditations');
    expect(omitted).toBe(format.id !== 'ob3-eu');
    expect(format.omissions(versionFacts.content).some(({ element }) => element === 'accreditations')).toBe(
      false,
    );
  });

  it('changes no byte of a version that was frozen without it', () => {
    for (const language of ['en', 'nl']) {
      const before = JSON.stringify(format.composeDefinition(versionFacts, language));
      const { accreditations: _, ...without } = content;
      const after = JSON.stringify(
        format.composeDefinition({ ...accreditedFacts.version, content: without }, language),
      );
      expect(after).toBe(before);
      expect(before).not.toMatch(/External quality assurance|Externe kwaliteitszorg|register\.example\.org/);
    }
  });

  it('is covered by the proof', async () => {
    if (!format.verify || format.derive) return;
    const secured = await issue(format, accreditedFacts);
    expect(await format.verify(verifyDeps, secured, { at: AT })).toMatchObject({ outcome: 'passed' });
    if (!secured.startsWith('{')) return;
    const forged = secured.replaceAll('31 December 2029', '31 December 2099');
    expect(forged).not.toBe(secured);
    expect(await format.verify(verifyDeps, forged, { at: AT })).toMatchObject({ outcome: 'failed' });
  });
});

describe('for European readers', () => {
  it('it is an Accreditation of the European Learning Model', async () => {
    const { document } = await formats['ob3-eu'].compose(accreditedFacts, crypto);
    const subject = document.credentialSubject as {
      learningSpecification: { qualityAssurance: readonly object[] };
    }; // as compose writes it
    const [own, institutional, limited] = subject.learningSpecification.qualityAssurance;
    expect(own).toHaveProperty('statement');
    expect(institutional).toMatchObject({
      type: ['Accreditation'],
      accreditingAgent: { legalName: 'Agency of Example (demo)' },
      dateIssued: '2024-02-01T00:00:00Z',
      expiryDate: '2029-12-31T23:59:59Z',
      decision: 'http://data.europa.eu/snb/accreditation-decision/c_0ab66479',
    });
    expect(limited).toMatchObject({
      limitEQFLevel: ['http://data.europa.eu/snb/eqf/7'],
      limitField: ['http://data.europa.eu/snb/isced-f/0413'],
    });
    expect(limited).not.toHaveProperty('expiryDate');
  });

  it('a title without one keeps the shape that it had', async () => {
    const { document } = await formats['ob3-eu'].compose(credentialFacts, crypto);
    expect(JSON.stringify(document)).not.toContain('accreditingAgent');
    expect(listUnstructured(versionFacts.content).map(({ element }) => element)).not.toContain(
      'accreditations',
    );
  });
});

describe('an accreditation', () => {
  const [first] = accreditations;
  const one = first ?? { validFrom: '' };

  it.each([
    ['2024-01-31', false],
    ['2024-02-01', true],
    ['2029-12-31', true],
    ['2030-01-01', false],
  ])('on %s in force: %s', (day, expected) => {
    expect(isInForce(one, day)).toBe(expected);
  });

  it('without an end goes on, until it is withdrawn', () => {
    expect(isInForce({ validFrom: '2020-01-01' }, '2099-01-01')).toBe(true);
    expect(isInForce({ validFrom: '2020-01-01', withdrawnOn: '2026-05-01' }, '2026-04-30')).toBe(true);
    expect(isInForce({ validFrom: '2020-01-01', withdrawnOn: '2026-05-01' }, '2026-05-01')).toBe(false);
  });
});

import { createPublicKey } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../format.ts';
import { formats } from '../registry.ts';
import {
  credentialFacts,
  crypto,
  issue,
  issuerFacts,
  publicKeys,
  rsaSigner,
  versionFacts,
} from '../testing.ts';
import { composeBadgeClass, composeIssuer } from './compose.ts';
import {
  checkExtensions,
  composeExtensionContext,
  composeExtensionSchema,
  EXTENSION_NAMES,
} from './extensions.ts';
import { checkOb2Assertion, checkOb2BadgeClass, checkOb2Issuer } from './schema.ts';
import { composeCryptographicKey, composeOb2RevocationList, composeSignedAssertionId } from './signed.ts';

const full = {
  ...versionFacts,
  content: {
    ...versionFacts.content,
    workload: { ects: 5, hours: 140, other: { amount: 240, unit: 'SBU' } },
  },
};
const graded = { ...issuerFacts, gradingTable: 'https://rug.example/grading' };

describe('the extensions of the Dutch profile', () => {
  it('are all seven of a badge class, filled from the design', () => {
    const badge = composeBadgeClass(full, 'en');
    const value = (name: string) => (badge[`extensions:${name}Extension`] as JsonObject)[name];
    expect(value('Language')).toBe('nl_NL');
    expect(value('ECTS')).toBe(5);
    expect(value('EQF')).toBe(7);
    expect(value('LearningOutcome')).toContain('- Analyse the digital maturity of an organisation.');
    expect(value('StudyLoad')).toBe(240);
    expect(value('TimeInvestment')).toBe(140);
    expect(value('EducationProgramIdentifier')).toEqual([70_001]);
    expect(checkOb2BadgeClass(badge)).toEqual({ conforms: true });
  });

  it('are all four of an issuer, filled from the institution', () => {
    const issuer = composeIssuer(graded, 'en');
    expect(issuer).toMatchObject({
      'extensions:InstitutionIdentifierExtension': { InstitutionIdentifier: '21PC' },
      'extensions:InstitutionNameExtension': { InstitutionName: 'University of Groningen (demo)' },
      'extensions:InstitutionCountryExtension': { InstitutionCountry: 'NL' },
      'extensions:GradingTableExtension': { GradingTable: 'https://rug.example/grading' },
    });
    expect(checkOb2Issuer(issuer)).toEqual({ conforms: true });
  });

  it('are eleven, and each leads to a context that leads to a schema of the same origin', () => {
    expect(EXTENSION_NAMES).toHaveLength(11);
    const written = { ...composeBadgeClass(full, 'en'), ...composeIssuer(graded, 'en') };
    for (const name of EXTENSION_NAMES) {
      const node = written[`extensions:${name}`] as JsonObject;
      expect(node['@context']).toBe(`https://waarmerk.example/extensions/${name}/context.json`);
      const context = composeExtensionContext(name, 'https://waarmerk.example');
      expect(context['obi:validation']).toEqual([
        {
          'obi:validatesType': `extensions:${name}`,
          'obi:validationSchema': `https://waarmerk.example/extensions/${name}/schema.json`,
        },
      ]);
      expect(composeExtensionSchema(name)).toMatchObject({ type: 'object', required: [expect.any(String)] });
    }
  });

  it('stay away where the design has nothing to say', () => {
    const badge = composeBadgeClass(
      {
        ...versionFacts,
        content: { ...versionFacts.content, workload: {}, level: {}, instructionLanguages: ['fy'] },
      },
      'en',
    );
    for (const name of ['ECTS', 'EQF', 'Language', 'StudyLoad', 'TimeInvestment'])
      expect(badge).not.toHaveProperty([`extensions:${name}Extension`]);
  });

  it.each<[string, JsonObject]>([
    [
      'a level of nine',
      { 'extensions:EQFExtension': { type: ['Extension', 'extensions:EQFExtension'], EQF: 9 } },
    ],
    [
      'credits in words',
      { 'extensions:ECTSExtension': { type: ['Extension', 'extensions:ECTSExtension'], ECTS: 'five' } },
    ],
    ['no type of its own', { 'extensions:EQFExtension': { type: ['Extension'], EQF: 6 } }],
    ['text for an object', { 'extensions:EQFExtension': 'six' }],
  ])('with %s do not conform', (_, wrong) => {
    expect(checkExtensions(wrong)).toMatchObject({ conforms: false });
    expect(checkOb2BadgeClass({ ...composeBadgeClass(full, 'en'), ...wrong })).toMatchObject({
      conforms: false,
    });
  });

  it('of someone else are left to them', () => {
    expect(checkExtensions({ 'extensions:ApplyLink': { type: 'odd' } })).toEqual({ conforms: true });
  });
});

describe('a signed badge of Open Badges 2.0', () => {
  const format = formats['ob2-signed'];

  it('verifies with another library and names its key as readers of the older standard ask', async () => {
    const jws = await issue(format, credentialFacts);
    const verified = await compactVerify(jws, await importJWK({ ...publicKeys.rsa }, 'RS256'));
    const assertion = JSON.parse(new TextDecoder().decode(verified.payload));
    expect(checkOb2Assertion(assertion)).toEqual({ conforms: true });
    expect(assertion.verification).toEqual({ type: 'SignedBadge', creator: `${rsaSigner.keyUrl}?v=2_0` });
    expect(assertion.badge).toEqual(composeBadgeClass(credentialFacts.version, 'en'));
  });

  it('has a name that does not lead to its page, and always the same one', async () => {
    const id = await composeSignedAssertionId(crypto, credentialFacts.id);
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(format.open(await issue(format, credentialFacts)).id).toBe(id);
    expect(await composeSignedAssertionId(crypto, `${credentialFacts.id}x`)).not.toBe(id);
  });

  it('is signed with RSA and nothing else', async () => {
    const { document } = await format.compose(credentialFacts, crypto);
    const { ed25519Signer } = await import('../testing.ts');
    await expect(
      format.secure(document, { signer: ed25519Signer, crypto, created: '2026-11-21T09:30:00Z' }),
    ).rejects.toThrow('RS256');
  });

  it('has a key document and a profile that name each other', () => {
    const pem = String(
      createPublicKey({ key: { ...publicKeys.rsa }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
    );
    const key = composeCryptographicKey(rsaSigner.keyUrl, issuerFacts.url, pem);
    const profile = composeIssuer(issuerFacts, 'en', { keyUrls: [rsaSigner.keyUrl] });
    expect(key.owner).toBe(profile.id);
    expect(profile.publicKey).toEqual([key.id]);
    expect(profile.revocationList).toBe(`${issuerFacts.url}/revocations?v=2_0`);
    expect(composeIssuer(issuerFacts, 'en', { keyUrls: [] })).not.toHaveProperty('revocationList');
  });

  it('is revoked in a list that says whose it is and why', () => {
    const list = composeOb2RevocationList(issuerFacts, [
      { id: 'urn:uuid:a', reason: 'issued-in-error' },
      { id: 'urn:uuid:b' },
    ]);
    expect(list).toMatchObject({
      type: 'RevocationList',
      issuer: `${issuerFacts.url}?v=2_0`,
      revokedAssertions: [{ id: 'urn:uuid:a', revocationReason: 'issued-in-error' }, { id: 'urn:uuid:b' }],
    });
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadConfiguration, readConfig } from './config.ts';

const bank = {
  id: 'bank',
  name: { en: 'A bank', nl: 'Een bank' },
  issuer: 'https://bank.example',
  clientId: 'waarmerk',
  clientSecret: 'do-not-tell',
};

function faultsOf(providers: unknown, more: Record<string, string> = {}): readonly string[] {
  const text = typeof providers === 'string' ? providers : JSON.stringify(providers);
  try {
    readConfig({ ...more, LEARNER_PROVIDERS: text });
    return [];
  } catch (error) {
    if (error instanceof BadConfiguration) return error.faults;
    throw error;
  }
}

describe('further providers for learners', () => {
  it('are none unless they are written down', () => {
    expect(readConfig({}).otherProviders).toEqual([]);
  });

  it('are read from JSON, or from a file with it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
    writeFileSync(file, JSON.stringify([bank]));
    const expected = [{ ...bank, scopes: ['profile', 'email'] }];
    expect(readConfig({ LEARNER_PROVIDERS: JSON.stringify([bank]) }).otherProviders).toEqual(expected);
    expect(readConfig({ LEARNER_PROVIDERS: file }).otherProviders).toEqual(expected);
  });

  it('have all their faults told, together with those of other keys, and no secret among them', () => {
    const faults = faultsOf(
      [bank, { ...bank, name: { en: 'x' } }, { ...bank, id: 'No', issuer: 'x', trustsNames: true }],
      { PORT: 'x' },
    );
    expect(faults.join('\n')).toContain('PORT');
    expect(faults.join('\n')).toContain('LEARNER_PROVIDERS: /1/name/nl');
    expect(faults.join('\n')).toContain('LEARNER_PROVIDERS: /2/id');
    expect(faults.join('\n')).toContain('LEARNER_PROVIDERS: /2/issuer');
    expect(faults.join('\n')).not.toContain('do-not-tell');
    expect(faultsOf('[{"clientSecret":"do-not-tell"').join('\n')).toBe('LEARNER_PROVIDERS: is no JSON');
    expect(faultsOf('/nowhere/providers.json').join()).toContain('cannot read the file');
  });

  it.each(['learner', 'operator', 'email', 'passkey'])('are not called "%s", a word of the house', (id) => {
    expect(faultsOf([{ ...bank, id }])).toEqual(['LEARNER_PROVIDERS: /0/id is a word of the house']);
  });

  it('are each another: by their name here, and by their issuer', () => {
    expect(faultsOf([bank, bank])).toEqual([
      'LEARNER_PROVIDERS: /1/id is there already',
      'LEARNER_PROVIDERS: /1/issuer is there already',
    ]);
    const learner = {
      LEARNER_OIDC_ISSUER: bank.issuer,
      LEARNER_OIDC_CLIENT_ID: 'x',
      LEARNER_OIDC_CLIENT_SECRET: 'x',
    };
    expect(faultsOf([bank], learner)).toEqual([
      'LEARNER_PROVIDERS: https://bank.example is the issuer of LEARNER_OIDC_ISSUER already',
    ]);
  });
});

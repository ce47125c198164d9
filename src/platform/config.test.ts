import { describe, expect, it } from 'vitest';
import { BadConfiguration, readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing for development', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demo: 'on',
      storage: { kind: 'fs' },
    });
    expect(readConfig({ PORT: '4000', PUBLIC_URL: 'https://badges.example/' })).toMatchObject({
      publicUrl: 'https://badges.example',
    });
  });

  it('keeps the demo off where real data or the network could be', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://db.example/x' }).demo).toBe('off');
    expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe('off');
    expect(readConfig({ HOST: '0.0.0.0', DEMO: 'public' }).demo).toBe('public');
    expect(() => readConfig({ HOST: '0.0.0.0', DEMO: 'on' })).toThrow('DEMO');
  });

  it('tells all faults at once', () => {
    const faults = (() => {
      try {
        readConfig({
          PORT: 'x',
          PUBLIC_URL: 'nonsense',
          STORAGE: 's3',
          MASTER_KEY: 'short',
          LEARNER_OIDC_ISSUER: 'https://idp.example',
          DATABASE_URL: 'mysql://x',
        });
        return [];
      } catch (error) {
        return error instanceof BadConfiguration ? error.faults : [];
      }
    })();
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'S3_ENDPOINT',
      'S3_BUCKET',
      'MASTER_KEY',
      'LEARNER_OIDC_CLIENT_ID',
      'DATABASE_URL',
    ]) {
      expect(
        faults.some((fault) => fault.startsWith(name)),
        name,
      ).toBe(true);
    }
  });

  it('takes an empty value for none, and an address with a path for a mistake', () => {
    expect(readConfig({ DATABASE_URL: '', DEMO: '' })).toMatchObject({ databaseUrl: undefined, demo: 'on' });
    expect(() => readConfig({ PUBLIC_URL: 'https://badges.example/waarmerk' })).toThrow('PUBLIC_URL');
  });

  it('configures a place for keys whole or not at all, and a key service by https', () => {
    expect(readConfig({}).keyStore).toEqual({ current: 'sealed', pkcs11: undefined, kms: undefined });
    const token = { PKCS11_MODULE: '/usr/lib/hsm.so', PKCS11_TOKEN: 'waarmerk', PKCS11_PIN: '1234' };
    expect(readConfig({ ...token, KEY_STORE: 'pkcs11' }).keyStore.pkcs11?.token).toBe('waarmerk');
    // On the way to another place, the first one goes on signing.
    expect(readConfig(token).keyStore).toMatchObject({ current: 'sealed', pkcs11: { pin: '1234' } });
    expect(() => readConfig({ KEY_STORE: 'kms' })).toThrow('KMS_URL: is needed');
    expect(() => readConfig({ PKCS11_MODULE: '/usr/lib/hsm.so' })).toThrow('PKCS11_PIN: is needed');
    expect(() => readConfig({ KMS_URL: 'http://kms.example', KMS_TOKEN: 'x' })).toThrow('must be https');
    expect(readConfig({ KMS_URL: 'http://127.0.0.1:9/', KMS_TOKEN: 'x' }).keyStore.kms?.token).toBe('x');
  });

  it('reads how long keys sign, for all or by purpose', () => {
    expect(readConfig({}).keyLife).toEqual({ periodDays: { '': 365 }, leadHours: 24 });
    expect(readConfig({ KEY_PERIOD_DAYS: 'status=90,award-rsa=730' }).keyLife.periodDays).toEqual({
      ...{ status: 90, 'award-rsa': 730 },
    });
    expect(() => readConfig({ KEY_PERIOD_DAYS: 'a year' })).toThrow('KEY_PERIOD_DAYS');
  });
});

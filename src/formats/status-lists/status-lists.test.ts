import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeToNQuads } from '../canonicalize.ts';
import type { JsonObject } from '../format.ts';
import { AT, compression } from '../testing.ts';
import {
  createStatusBits,
  decodeStatusBits,
  encodeStatusBits,
  MIN_STATUS_ENTRIES,
  readStatusValue,
  setStatusBit,
} from './bitstring.ts';
import { composeStatusList } from './compose-list.ts';
import { parseStatusEntry, readStatus } from './read-status.ts';

const LIST = 'https://waarmerk.example/status/t9v2';

const entry: JsonObject = {
  id: `${LIST}#94567`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: LIST,
};

async function listWith(
  bits: Uint8Array,
  change: JsonObject = {},
  subject: JsonObject = {},
): Promise<JsonObject> {
  const list = composeStatusList({
    id: LIST,
    issuer: 'did:web:waarmerk.example:issuers:k7m2',
    purpose: 'revocation',
    encodedList: await encodeStatusBits(compression, bits),
    validFrom: '2026-11-21T09:00:00Z',
    validUntil: '2026-11-22T09:00:00Z',
    ttl: 60_000,
  });
  return { ...list, ...change, credentialSubject: { ...(list.credentialSubject as JsonObject), ...subject } };
}

const read = (list: JsonObject, one: JsonObject = entry) =>
  readStatus(compression, { entry: parseStatusEntry(one), list, at: AT });

describe('a status list', () => {
  it('tells of every entry what was last set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(MIN_STATUS_ENTRIES - 1), { maxLength: 20 }), (indexes) => {
        const bits = indexes.reduce((list, index) => setStatusBit(list, index, 1), createStatusBits());
        for (const index of indexes) expect(readStatusValue(bits, index)).toBe(1);
        const [first] = indexes;
        if (first === undefined) return;
        expect(readStatusValue(setStatusBit(bits, first, 0), first)).toBe(0);
        expect(bits.reduce((count, byte) => count + byte.toString(2).replaceAll('0', '').length, 0)).toBe(
          indexes.length,
        );
      }),
    );
  });

  it('holds its first entry in the highest bit', () => {
    expect(setStatusBit(createStatusBits(), 0, 1)[0]).toBe(0x80);
    expect(setStatusBit(createStatusBits(), 7, 1)[0]).toBe(0x01);
  });

  it('is read as the list of another implementation was written', async () => {
    const theirs = await createList({ length: MIN_STATUS_ENTRIES });
    theirs.setStatus(94_567, true);
    const credential = await createCredential({ id: LIST, list: theirs, statusPurpose: 'revocation' });
    expect(await read({ ...credential, issuer: 'did:web:x' })).toEqual({ purpose: 'revocation', value: 1 });
  });

  it('is never shorter than the herd that hides one reader’s question', () => {
    expect(() => createStatusBits(MIN_STATUS_ENTRIES - 8)).toThrow(RangeError);
    expect(() => createStatusBits(MIN_STATUS_ENTRIES + 1)).toThrow(RangeError);
  });

  it('has terms that the data model knows', async () => {
    expect(await canonicalizeToNQuads(await listWith(createStatusBits()))).toContain('#encodedList');
  });
});

describe('an entry', () => {
  it('says revoked or not', async () => {
    expect(await read(await listWith(createStatusBits()))).toEqual({ purpose: 'revocation', value: 0 });
    expect(await read(await listWith(setStatusBit(createStatusBits(), 94_567, 1)))).toMatchObject({
      value: 1,
    });
  });

  it('is read from a list that was signed anew while it was being asked about', async () => {
    const list = await listWith(createStatusBits(), { validFrom: '2026-11-21T10:00:01Z' });
    expect(await read(list)).toEqual({ purpose: 'revocation', value: 0 });
  });

  it('of more bits says which message', async () => {
    const bits = setStatusBit(createStatusBits(MIN_STATUS_ENTRIES * 2), 5 * 2, 1);
    const statusMessage = ['valid', 'odd', 'pending', 'held'].map((message, value) => ({
      status: `0x${value}`,
      message,
    }));
    const one = { ...entry, statusSize: 2, statusListIndex: '5', statusMessage };
    expect(await read(await listWith(bits), one)).toEqual({
      purpose: 'revocation',
      value: 2,
      message: 'pending',
    });
  });

  it.each<[string, JsonObject]>([
    ['an index that is a number', { statusListIndex: 94_567 }],
    ['an index in another spelling', { statusListIndex: '094567' }],
    ['an index below zero', { statusListIndex: '-1' }],
    ['the id of its list', { id: LIST }],
    ['entries of no size', { statusSize: 0 }],
    ['entries of two bits and no messages', { statusSize: 2 }],
    ['another type', { type: 'StatusList2021Entry' }],
  ])('with %s is malformed', (_, change) => {
    expect(() => parseStatusEntry({ ...entry, ...change })).toThrow(
      expect.objectContaining({
        reason: 'MALFORMED_VALUE_ERROR',
        type: 'https://www.w3.org/ns/credentials/status-list#MALFORMED_VALUE_ERROR',
      }),
    );
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['a list for another purpose', {}, { statusPurpose: 'suspension' }, 'STATUS_VERIFICATION_ERROR'],
    ['another list', { id: 'https://evil.example/status/1' }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list that is over', { validUntil: '2026-11-21T09:59:59Z' }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list that is still to come', { validFrom: '2026-11-21T10:05:01Z' }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a credential that is no list', { type: ['VerifiableCredential'] }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list in the other alphabet', {}, { encodedList: 'zH4sI' }, 'MALFORMED_VALUE_ERROR'],
    ['a list that is not packed', {}, { encodedList: `u${'A'.repeat(40)}` }, 'MALFORMED_VALUE_ERROR'],
  ])('is not read from %s', async (_, change, subject, reason) => {
    await expect(read(await listWith(createStatusBits(), change, subject))).rejects.toMatchObject({ reason });
  });

  it('is not read beyond the end, nor from a list too short, nor from a bomb', async () => {
    const beyond = { ...entry, statusListIndex: String(MIN_STATUS_ENTRIES) };
    await expect(read(await listWith(createStatusBits()), beyond)).rejects.toMatchObject({
      reason: 'RANGE_ERROR',
    });
    const short = await listWith(new Uint8Array(1024));
    await expect(read(short)).rejects.toMatchObject({ reason: 'STATUS_LIST_LENGTH_ERROR' });
    const bomb = await encodeStatusBits(compression, new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(decodeStatusBits(compression, bomb)).rejects.toMatchObject({
      reason: 'MALFORMED_VALUE_ERROR',
    });
  });
});

/** Section 3.2, "Validate Algorithm", from the entry and the list credential whose proof the caller verified. */
import type { Compression, JsonObject } from '../format.ts';
import { readInstant } from '../instants.ts';
import { readObject, readText, readTexts } from '../read-members.ts';
import { decodeStatusBits, MIN_STATUS_ENTRIES, readStatusValue } from './bitstring.ts';
import { StatusRefusal } from './refusal.ts';

export type StatusEntry = {
  readonly purpose: string;
  readonly list: string;
  readonly index: number;
  /** Bits per entry. */
  readonly size: number;
  readonly messages: ReadonlyMap<number, string>;
};

export type ReadStatus = { readonly purpose: string; readonly value: number; readonly message?: string };

/** Clocks of issuers and verifiers differ by a little. */
const CLOCK_SKEW_MILLISECONDS = 5 * 60 * 1000;

const INDEX = /^(?:0|[1-9]\d{0,15})$/;

/** Throws MALFORMED_VALUE_ERROR for an entry that cannot be used. */
export function parseStatusEntry(entry: JsonObject): StatusEntry {
  const purpose = readText(entry.statusPurpose);
  const list = readText(entry.statusListCredential);
  const size = entry.statusSize ?? 1;
  if (
    !readTexts(entry.type).includes('BitstringStatusListEntry') ||
    purpose === undefined ||
    list === undefined
  ) {
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'entry');
  }
  if (entry.id === list) throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'id');
  if (typeof entry.statusListIndex !== 'string' || !INDEX.test(entry.statusListIndex)) {
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'statusListIndex');
  }
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 8) {
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'statusSize');
  }
  return { purpose, list, index: Number(entry.statusListIndex), size, messages: readMessages(entry, size) };
}

/** The caller fetched the list and verified its proof and issuer; `at` is the instant the question is about. */
export async function readStatus(
  deps: Pick<Compression, 'gunzip'>,
  { entry, list, at }: { readonly entry: StatusEntry; readonly list: JsonObject; readonly at: Date },
): Promise<ReadStatus> {
  const subject = readObject(list.credentialSubject);
  if (list.id !== undefined && list.id !== entry.list)
    throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'id');
  if (
    !readTexts(list.type).includes('BitstringStatusListCredential') ||
    !readTexts(subject.type).includes('BitstringStatusList')
  ) {
    throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'type');
  }
  if (!isCurrent(list, at)) throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'validity');
  if (!readTexts(subject.statusPurpose).includes(entry.purpose)) {
    throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'statusPurpose');
  }
  const encoded = readText(subject.encodedList);
  if (encoded === undefined) throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'encodedList');
  const bits = await decodeStatusBits(deps, encoded);
  if ((bits.length * 8) / entry.size < MIN_STATUS_ENTRIES)
    throw new StatusRefusal('STATUS_LIST_LENGTH_ERROR');
  const value = readStatusValue(bits, entry.index, entry.size);
  const message = entry.messages.get(value);
  return { purpose: entry.purpose, value, ...(message === undefined ? {} : { message }) };
}

function isCurrent(list: JsonObject, at: Date): boolean {
  const from = list.validFrom === undefined ? undefined : readInstant(String(list.validFrom));
  const until = list.validUntil === undefined ? undefined : readInstant(String(list.validUntil));
  // A list that was signed anew while the question was being asked is no list of the future.
  if (list.validFrom !== undefined && (!from || from.getTime() > at.getTime() + CLOCK_SKEW_MILLISECONDS))
    return false;
  return list.validUntil === undefined || (until !== undefined && until > at);
}

/** Required for entries of more than one bit: one message for every value they can have. */
function readMessages(entry: JsonObject, size: number): ReadonlyMap<number, string> {
  const rows = Array.isArray(entry.statusMessage) ? entry.statusMessage : [];
  if (size > 1 && rows.length !== 2 ** size)
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'statusMessage');
  return new Map(
    rows.map((row) => {
      const { status, message } = readObject(row);
      if (typeof status !== 'string' || !/^0x[0-9a-f]+$/i.test(status) || typeof message !== 'string') {
        throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'statusMessage');
      }
      return [Number(status), message] as const;
    }),
  );
}

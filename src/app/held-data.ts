import type { Tx } from '../database/index.ts';
import type { KeptKind } from '../features/backpack/index.ts';
import { exportEverything, type PersonData } from './person-data.ts';
import { type Keeping, RETENTION } from './retention.ts';

/** Where each kind stands in what a person can take along, so that what is counted is what they get. */
const PLACES = {
  account: ['accounts', 'person'],
  identities: ['accounts', 'identities'],
  names: ['accounts', 'earlierNames'],
  passkeys: ['accounts', 'passkeys'],
  addresses: ['accounts', 'addresses'],
  sessions: ['accounts', 'sessions'],
  memberships: ['institutions', 'memberships'],
  invitations: ['institutions', 'invitations'],
  qualifications: ['quality', 'qualifications'],
  agreements: ['terms', 'agreements'],
  awards: ['awards', 'awards'],
  documents: ['credentials', 'documents'],
  publications: ['credentials', 'publications'],
  consents: ['credentials', 'consents'],
  feedback: ['feedback', 'feedback'],
  history: ['audit', 'entries'],
} as const satisfies Partial<Record<KeptKind, readonly [keyof PersonData, string]>>;

export async function countHeldData(
  tx: Tx,
  personId: string,
): Promise<{ kind: KeptKind; count: number | null; kept: Keeping }[]> {
  const data = await exportEverything(tx, personId);
  const places: Readonly<Partial<Record<KeptKind, readonly [keyof PersonData, string]>>> = PLACES;
  return (Object.entries(RETENTION) as [KeptKind, Keeping][]).map(([kind, kept]) => {
    const place = places[kind];
    const held = place && data[place[0]][place[1]];
    return { kind, kept, count: place ? (Array.isArray(held) ? held.length : held ? 1 : 0) : null };
  });
}

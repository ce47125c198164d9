/** Which policy pack an institution judges by, and on which day. */
import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import { findInstitution, type Institution } from '../institutions/index.ts';
import type { DesignKind, PolicyPack } from './pack.schema.ts';
import { PackRefusal, resolvePack } from './packs/index.ts';
import { findAdoption, listOwnPacks } from './packs.store.ts';
import type { Step } from './process.ts';
import { packUnknown } from './quality.problems.ts';

/** What an institution judges by until it chooses. */
const FIRST: Readonly<Record<DesignKind, (kind: Institution['kind']) => string>> = {
  microcredential: (kind) =>
    kind === 'mbo' ? 'nl-mbo' : kind === 'other' ? 'eu-microcredential' : 'nl-hbo-wo',
  'proof-of-competence': () => 'proof-of-competence',
  edubadge: () => 'eu-minimum',
};

export function firstPackOf(kind: DesignKind, institutionKind: Institution['kind']): string {
  return FIRST[kind](institutionKind);
}

export type Rules = { readonly pack: PolicyPack; readonly institution: Institution; readonly today: string };

/** @throws Problem 422 when the pack that was chosen is in force no longer and none follows it */
export async function findRules(tx: Tx, institutionId: string, kind: DesignKind, at: Date): Promise<Rules> {
  const institution = await findInstitution(tx, institutionId);
  if (!institution) throw notFound();
  const today = dayIn(institution.timeZone, at);
  const chosen = (await findAdoption(tx, institutionId, kind, at)) ?? firstPackOf(kind, institution.kind);
  return { pack: openPack(chosen, today, await listOwnPacks(tx, institutionId)), institution, today };
}

/** @throws Problem 422 for a pack that is not there or in force no longer */
export function openPack(ref: string, on: string, own: readonly PolicyPack[]): PolicyPack {
  try {
    return resolvePack(ref, on, own);
  } catch (error) {
    if (error instanceof PackRefusal) throw packUnknown(error.ref);
    throw error;
  }
}

/** The gates that a design passes unless its expert asks for more. */
export function routeOf({ gates }: PolicyPack): Step[] {
  return gates.filter(({ optional }) => !optional).map(({ step }) => step);
}

/** A pack as it is cited: `rug-mc@2026`. */
export function nameOf({ id, version }: Pick<PolicyPack, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** Which policy pack an institution judges by, and on which day. */
import type { Database, Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { findInstitution, type Institution } from '../institutions/index.ts';
import type { PolicyPack } from './pack.schema.ts';
import { resolvePack } from './packs/index.ts';
import { findAdoption, listOwnPacks } from './packs.store.ts';
import { packUnknown } from './quality.problems.ts';

type DesignKind = PolicyPack['designKinds'][number];

/** What an institution judges by until it chooses. */
const FIRST: Readonly<Record<DesignKind, (kind: Institution['kind']) => string>> = {
  microcredential: (kind) =>
    kind === 'mbo' ? 'nl-mbo' : kind === 'other' ? 'eu-microcredential' : 'nl-hbo-wo',
  'proof-of-competence': () => 'proof-of-competence',
  edubadge: () => 'eu-minimum',
};

export type Rules = { readonly pack: PolicyPack; readonly institution: Institution; readonly today: string };

/** @throws Problem 422 when the pack that was chosen is in force no longer and none follows it */
export async function findRules(tx: Tx, institutionId: string, kind: DesignKind, at: Date): Promise<Rules> {
  const institution = await findInstitution(tx, institutionId);
  if (!institution) throw notFound();
  const today = dayIn(institution.timeZone, at);
  const chosen = (await findAdoption(tx, institutionId, kind)) ?? FIRST[kind](institution.kind);
  const pack = resolvePack(chosen, today, await listOwnPacks(tx, institutionId));
  if (!pack) throw packUnknown(chosen);
  return { pack, institution, today };
}

/** A pack as it is cited: `rug-mc@2026`. */
export function nameOf({ id, version }: Pick<PolicyPack, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** The same for whoever is in no transaction yet. */
export async function readRules(
  deps: { readonly database: Database; readonly clock: Clock },
  institutionId: string,
  kind: DesignKind,
): Promise<Rules> {
  return await deps.database.asInstitution(institutionId, (tx) =>
    findRules(tx, institutionId, kind, deps.clock.now()),
  );
}

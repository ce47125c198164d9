/** A policy pack as approvals cite it: with everything that it extended on that day. */
import type { Database } from '../../database/index.ts';
import { canonicalizeJson, type Json } from '../../formats/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { findInstitutionBySlug } from '../institutions/index.ts';
import type { PolicyPack } from './pack.schema.ts';
import { PackRefusal, resolvePack } from './packs/index.ts';
import { listOwnPacks } from './packs.store.ts';

/** What it extends may get a new version, so the day is part of the address: the bytes behind it never change. */
export function addressOfPack(slug: string, name: string, on: string): string {
  return `/policy-packs/${slug}/${name}?on=${on}`;
}

/** RFC 8785: the same pack is the same bytes, whoever writes them. */
export function bytesOfPack(pack: PolicyPack): Uint8Array {
  return Buffer.from(canonicalizeJson(pack as unknown as Json)); // a pack is JSON throughout
}

/**
 * @param on without a day: as it holds today
 * @throws Problem 404 for an institution or a version that is not there
 */
export async function readPublicPack(
  deps: { readonly database: Database; readonly clock: Clock },
  { slug, name, on }: { readonly slug: string; readonly name: string; readonly on: string | undefined },
): Promise<PolicyPack> {
  return await deps.database.asPublic(async (tx) => {
    const institution = await findInstitutionBySlug(tx, slug);
    if (!institution || !name.includes('@')) throw notFound();
    const day = on ?? dayIn(institution.timeZone, deps.clock.now());
    try {
      return resolvePack(name, day, await listOwnPacks(tx, institution.id));
    } catch (error) {
      if (error instanceof PackRefusal) throw notFound();
      throw error;
    }
  });
}

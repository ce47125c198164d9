import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry, type PersonActor } from '../audit/index.ts';
import { listAgreed } from './find-terms-to-agree.ts';
import { termsSuperseded } from './terms.problems.ts';
import { findTerms, insertAgreement, listAgreements, listPublished, lockTerms } from './terms.store.ts';
import { findStanding, type Terms } from './terms.ts';

type AgreeDeps = { readonly database: Database; readonly clock: Clock };

/**
 * A line in the ledger: this person agreed to this version, now. Pressed twice it is one agreement.
 *
 * @throws Problem 409 when another version stands by now: nobody agrees to what they did not read
 */
export async function agreeToTerms(
  deps: AgreeDeps,
  actor: Actor,
  input: { readonly terms: string; readonly language: 'en' | 'nl' },
): Promise<void> {
  await write(deps, actor, input.terms, async (tx, _person, terms) => {
    const standing = findStanding(await listPublished(tx, terms.institutionId, [terms.kind]));
    if (standing[0]?.id !== terms.id) throw termsSuperseded();
    return {
      act: 'agreed',
      language: terms.texts[input.language] ? input.language : otherOf(input.language),
    };
  });
}

/** From now on nothing new is claimed from that institution until they agree again; what was awarded stays. */
export async function withdrawAgreement(
  deps: AgreeDeps,
  actor: Actor,
  input: { readonly terms: string },
): Promise<void> {
  await write(deps, actor, input.terms, async (tx, person, terms) => {
    const lines = await listAgreements(tx, person.personId);
    const agreed = lines.findLast((line) => line.termsId === terms.id);
    if (!agreed) throw notFound();
    return { act: 'withdrawn', language: agreed.language };
  });
}

type Line = { readonly act: 'agreed' | 'withdrawn'; readonly language: 'en' | 'nl' };

async function write(
  { database, clock }: AgreeDeps,
  actor: Actor,
  termsId: string,
  decide: (tx: Tx, person: PersonActor, terms: Terms) => Promise<Line>,
): Promise<void> {
  if (actor.kind === 'anonymous') throw signInNeeded();
  if (actor.kind !== 'person') throw notFound();
  const { personId } = actor;
  await database.asPerson(personId, async (tx) => {
    await lockTerms(tx, personId);
    const terms = await findTerms(tx, termsId);
    if (!terms) throw notFound();
    const line = await decide(tx, actor, terms);
    const isAgreed = listAgreed(await listAgreements(tx, personId)).has(termsId);
    if (isAgreed === (line.act === 'agreed')) return;
    const at = clock.now();
    await insertAgreement(tx, { id: createUuid(), personId, termsId, ...line, at });
    await appendAuditEntry(tx, at, {
      actor,
      institutionId: terms.institutionId,
      action: line.act === 'agreed' ? 'terms.agreed' : 'terms.withdrawn',
      subject: { kind: 'terms', id: terms.id },
      personId,
      detail: { kind: terms.kind, version: terms.version },
    });
  });
}

function otherOf(language: 'en' | 'nl'): 'en' | 'nl' {
  return language === 'en' ? 'nl' : 'en';
}

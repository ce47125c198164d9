import type { Database } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { type CreateIssuerDeps, createIssuer } from './create-issuer.ts';
import type { Issuer } from './institution.ts';
import { findInstitution } from './institutions.store.ts';
import { insertUnit } from './units.store.ts';

export type NewUnit = { readonly institutionId: string; readonly slug: string; readonly name: Text };

/** Every issuing unit has an issuer of its own (DECISIONS 3). */
export function createUnit(
  deps: CreateIssuerDeps & { readonly database: Database },
  input: NewUnit,
): Promise<{ unitId: string; issuer: Issuer }> {
  return deps.database.asInstitution(input.institutionId, async (tx) => {
    const institution = await findInstitution(tx, input.institutionId);
    if (!institution) throw notFound();
    const unitId = createUuid();
    await insertUnit(tx, {
      id: unitId,
      institutionId: input.institutionId,
      slug: input.slug,
      name: JSON.stringify(input.name),
      createdAt: deps.clock.now(),
    });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: system,
      institutionId: input.institutionId,
      action: 'unit.created',
      subject: { kind: 'unit', id: unitId },
    });
    const name = nameOfUnitIssuer(institution.name, input.name);
    return {
      unitId,
      issuer: await createIssuer(deps, tx, {
        institutionId: institution.id,
        unitId,
        name,
        demo: institution.demo,
      }),
    };
  });
}

/** "University of Groningen, Faculty of Philosophy": a unit's name alone says too little in a file. */
function nameOfUnitIssuer(institution: Text, unit: Text): Text {
  return Object.fromEntries(
    Object.entries(unit).map(([language, name]) => [
      language,
      `${institution[language] ?? Object.values(institution)[0]}, ${name}`,
    ]),
  );
}

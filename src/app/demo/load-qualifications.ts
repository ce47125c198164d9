/** The demo's teachers as the institutions know them: each qualification once, however many titles name it. */
import { type Dossier, proveQualification, recordQualification } from '../../features/quality/index.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { type DemoDesign, readDemo } from './content.ts';
import { QUALIFICATIONS } from './dossier.ts';
import { at, whoMay } from './load-quality.ts';

type Held = DemoDesign['team'][number]['qualification'];

/** Two days after the pilot began. */
const RECORDED_ON = '2021-09-03';

/** By institution and person: the id of the record. */
export async function loadQualifications(
  deps: Deps,
  cast: Omit<DemoCast, 'records'>,
): Promise<ReadonlyMap<string, string>> {
  const { designs, people } = readDemo();
  const records = new Map<string, string>();
  for (const { institution, team } of designs)
    for (const { person, qualification } of team) {
      const key = keyOf(institution, person);
      if (records.has(key)) continue;
      const name = people.find(({ id }) => id === person)?.name.full ?? person;
      const personId = cast.actors.get(person)?.personId ?? null;
      records.set(key, await record(deps, cast, { institution, qualification, name, personId }));
    }
  return records;
}

async function record(
  deps: Deps,
  cast: Omit<DemoCast, 'records'>,
  {
    institution,
    qualification,
    name,
    personId,
  }: {
    readonly institution: string;
    readonly qualification: Held;
    readonly name: string;
    readonly personId: string | null;
  },
): Promise<string> {
  const then = at(deps, RECORDED_ON);
  const actor = whoMay(cast, institution, 'designs.assure');
  const { kind, registerReference, validFrom, validUntil, equivalence } = qualification;
  const known = QUALIFICATIONS[kind];
  const { id } = await recordQualification(then, actor, {
    ...{ person: personId, name, kind: known ?? 'other' },
    kindName: known || kind === 'equivalence' ? null : kind,
  });
  const days = { id, seenOn: validFrom, validFrom };
  if (equivalence)
    await proveQualification(then, actor, {
      ...{ ...days, evidence: 'equivalence' as const, source: 'Education expert (demo)' },
      ...{ reference: equivalence.en ?? '', validUntil: validUntil ?? validFrom },
    });
  else
    await proveQualification(then, actor, {
      ...{ ...days, evidence: 'register' as const, source: 'Register of teaching qualifications (demo)' },
      ...{ reference: registerReference ?? '', validUntil },
    });
  return id;
}

/** The dossier with its teachers picked from the records, as a page would save it. */
export function pickRecorded(dossier: Dossier, { records }: DemoCast, institution: string): Dossier {
  return {
    ...dossier,
    team: dossier.team.map((teacher) => {
      const record = records.get(keyOf(institution, teacher.id));
      if (!record) return teacher;
      const { qualification: _, ...rest } = teacher;
      return { ...rest, record };
    }),
  };
}

function keyOf(institution: string, person: string): string {
  return `${institution} ${person}`;
}

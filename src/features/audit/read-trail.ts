/** The trail for those whom it concerns: an institution for its own, a learner for everything about them. */
import type { Database, Tx } from '../../database/index.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import type { Actor } from './actor.ts';
import type { AuditEntryView, AuditPage, AuditQuery, HistoryQuery } from './audit.schema.ts';
import { type AuditFilter, type AuditRow, listEntries } from './audit.store.ts';

type Text = Readonly<Record<string, string>>;
export type Names = ReadonlyMap<string, string>;

/** This room is the first on the ladder, so what it must know of the others it asks here. */
export type TrailDeps = {
  readonly database: Database;
  /** Port: whoever may read the trail of their whole institution. @throws Problem for everyone else */
  readonly requireAuditReader: (actor: Actor) => { readonly institutionId: string };
  /** Port: members and programs of the institution by their ids, as it may know them. */
  readonly nameActors: (tx: Tx, institutionId: string) => Promise<{ people: Names; programs: Names }>;
  /** Port: ids of awards and people whose recipient's name, address or identifier holds this text. */
  readonly findConcerned: (tx: Tx, text: string) => Promise<string[]>;
  /** Port: what awards are called; what the context does not show stays nameless. */
  readonly nameAwards: (tx: Tx, ids: readonly string[]) => Promise<Names>;
  /** Port: what designs are called, for their own institution: drafts are nobody else's. */
  readonly nameDesigns: (tx: Tx, ids: readonly string[]) => Promise<Names>;
  /** Port: the person's own id, those of accounts that became theirs, of their awards and the lists these were in. */
  readonly listThingsOf: (tx: Tx, personId: string) => Promise<string[]>;
  /** Port: names of institutions. */
  readonly nameInstitutions: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Text>>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Everything that was done and read in the actor's own institution, newest first.
 *
 * @throws Problem as `requireAuditReader` says: the trail is the whole institution's, so a role at a unit is not enough
 */
export function searchAudit(deps: TrailDeps, actor: Actor, query: AuditQuery): Promise<AuditPage> {
  const { institutionId } = deps.requireAuditReader(actor);
  return deps.database.asInstitution(institutionId, async (tx) => {
    const names = await deps.nameActors(tx, institutionId);
    const who = readWho(query.who, names);
    const concerns = await readAbout(deps, tx, query.about);
    if (who === 'nobody' || concerns?.length === 0) return { entries: [], next: null };
    const rows = await listEntries(tx, {
      institutionId,
      ...who,
      ...(concerns ? { concerns } : {}),
      ...(query.action ? { action: query.action } : {}),
      ...readPeriod(query),
      limit: query.limit + 1,
    });
    return await present(deps, tx, rows, {
      limit: query.limit,
      name: (row) => nameForStaff(row, names),
      nameDesigns: deps.nameDesigns,
    });
  });
}

/** Everything that others read or changed about this person, and what the software did; with `own` also their acts. */
export function readHistory(deps: TrailDeps, actor: Actor, query: HistoryQuery): Promise<AuditPage> {
  if (actor.kind === 'anonymous') throw signInNeeded();
  if (actor.kind !== 'person') throw notFound();
  const { personId } = actor;
  return deps.database.asPerson(personId, async (tx) => {
    const rows = await listEntries(tx, {
      concerns: await deps.listThingsOf(tx, personId),
      ...(query.own ? {} : { notActorId: personId }),
      ...readPeriod(query),
      limit: query.limit + 1,
    });
    return await present(deps, tx, rows, { limit: query.limit, name: (row) => nameForHolder(row, personId) });
  });
}

type Who = Pick<AuditFilter, 'actorKind' | 'actorIds'>;

/** Pure: which actors a reader means. */
export function readWho(
  asked: string | undefined,
  names: { readonly people: Names; readonly programs: Names },
): Who | 'nobody' {
  const text = asked?.trim().toLowerCase();
  if (!text) return {};
  if (text === 'software') return { actorKind: 'system' };
  if (text === 'learner') return { actorKind: 'person', actorIds: { none: [...names.people.keys()] } };
  const any = [...names.people, ...names.programs].flatMap(([id, name]) =>
    name.toLowerCase().includes(text) ? [id] : [],
  );
  return any.length > 0 ? { actorIds: { any } } : 'nobody';
}

async function readAbout(
  { findConcerned }: TrailDeps,
  tx: Tx,
  asked: string | undefined,
): Promise<readonly string[] | undefined> {
  const text = asked?.trim();
  if (!text) return undefined;
  return UUID.test(text) ? [text] : await findConcerned(tx, text);
}

/** Days are whole days in UTC; the last is included. */
function readPeriod(query: Pick<AuditQuery, 'from' | 'until' | 'before'>): Partial<AuditFilter> {
  const [at = '', id = ''] = query.before?.split('_') ?? [];
  const until = query.until && new Date(`${query.until}T00:00:00Z`);
  if (until) until.setUTCDate(until.getUTCDate() + 1);
  return {
    ...(query.from ? { from: new Date(`${query.from}T00:00:00Z`) } : {}),
    ...(until ? { until } : {}),
    ...(id ? { before: { at: new Date(at), id } } : {}),
  };
}

type Reading = {
  readonly limit: number;
  readonly name: (row: AuditRow) => AuditEntryView['actor'];
  readonly nameDesigns?: TrailDeps['nameDesigns'];
};

async function present(
  deps: TrailDeps,
  tx: Tx,
  found: readonly AuditRow[],
  { limit, name, nameDesigns }: Reading,
): Promise<AuditPage> {
  const rows = found.slice(0, limit);
  const idsOf = (kind: string) => [
    ...new Set(rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId)),
  ];
  const designs = nameDesigns && (await nameDesigns(tx, idsOf('design')));
  const things = new Map([...(await deps.nameAwards(tx, idsOf('award'))), ...(designs ?? [])]);
  const institutions = await deps.nameInstitutions(tx, [
    ...new Set(rows.flatMap((row) => row.institutionId ?? [])),
  ]);
  const last = rows.at(-1);
  return {
    entries: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      actor: name(row),
      institution: { ...institutions.get(row.institutionId ?? '') },
      subject: { kind: row.subjectKind, id: row.subjectId, name: things.get(row.subjectId) ?? null },
    })),
    next: last && found.length > limit ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

/** By name whom the institution may know: those who work for it. Whoever else acted here acted for themselves. */
function nameForStaff(
  row: AuditRow,
  { people, programs }: { readonly people: Names; readonly programs: Names },
): AuditEntryView['actor'] {
  const id = row.actorId ?? '';
  if (row.actorKind === 'system') return { kind: 'software', name: null };
  if (row.actorKind === 'client') return { kind: 'program', name: programs.get(id) ?? null };
  const name = people.get(id);
  if (name !== undefined) return { kind: 'member', name };
  return { kind: row.personId === row.actorId ? 'learner' : 'former-member', name: null };
}

/** The institution answers for its staff; which of them it was is its business. */
function nameForHolder(row: AuditRow, personId: string): AuditEntryView['actor'] {
  if (row.actorKind === 'system') return { kind: 'software', name: null };
  if (row.actorKind === 'client') return { kind: 'program', name: null };
  return { kind: row.actorId === personId ? 'you' : 'staff', name: null };
}

/**
 * The one table of role × action. The session says what the actor may do, pages hide by it, verbs decide by it.
 *
 * A role is held somewhere: at the institution, at a unit and everything below it, or at one design. What an actor
 * carries is a set of names: `designs.write` is held everywhere in the institution, `designs.write@{id}` at the
 * unit or design with that id. A set that was put together wrongly therefore opens too little, never too much.
 */

import { notAllowed, notFound, signInNeeded } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';

export type Level = 'institution' | 'unit' | 'design';

type Preset = { readonly levels: readonly Level[]; readonly permissions: readonly string[] };

/**
 * The nine roles of the Dutch service are four of these at their levels: administrator (institution, issuer group,
 * issuer, badge class), editor (badge class), awarder (issuer group, issuer, badge class) and reader.
 */
const TABLE = {
  administrator: { levels: ['institution', 'unit', 'design'], permissions: INSTITUTION_PERMISSIONS },
  designer: {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'designs.write', 'designs.publish', 'members.read'],
  },
  editor: {
    levels: ['unit', 'design'],
    permissions: [
      'designs.read',
      'designs.write',
      'awards.read',
      'awards.grant',
      'awards.revoke',
      'members.read',
    ],
  },
  awarder: {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'awards.read', 'awards.grant', 'awards.revoke', 'members.read'],
  },
  registrar: {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'awards.read', 'awards.grant', 'awards.revoke', 'members.read'],
  },
  teacher: {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'designs.write', 'awards.read', 'awards.grant'],
  },
  reader: {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'awards.read', 'members.read'],
  },
  'education-expert': {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'designs.write', 'designs.advise', 'members.read'],
  },
  /** Another expert of the subject, who reads what a colleague made. */
  'content-peer': {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'designs.review', 'members.read'],
  },
  /** Who answers for mandate and money. */
  'programme-owner': {
    levels: ['institution', 'unit', 'design'],
    permissions: ['designs.read', 'designs.write', 'designs.publish', 'designs.confirm', 'members.read'],
  },
  'committee-member': {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'designs.decide', 'members.read'],
  },
  /** A member of the committee who speaks for learners. */
  'learner-representative': {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'designs.decide'],
  },
  /** A member of the committee from outside: an employer, another institution. */
  'external-member': { levels: ['institution', 'unit'], permissions: ['designs.read', 'designs.decide'] },
  'committee-chair': {
    levels: ['institution', 'unit'],
    permissions: [
      'designs.read',
      'designs.publish',
      'designs.decide',
      'designs.convene',
      'designs.chair',
      'members.read',
    ],
  },
  'committee-secretary': {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'designs.convene', 'members.read', 'audit.read'],
  },
  /** Keeps the rules, the Guide and the clock of reviews. */
  'quality-officer': {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'designs.assure', 'awards.read', 'members.read', 'audit.read'],
  },
  /** Decides on objections against the committee, and sits in it never. */
  'appeals-body': {
    levels: ['institution'],
    permissions: ['designs.read', 'designs.settle', 'members.read'],
  },
  'examination-board': {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'awards.read', 'awards.revoke', 'members.read', 'audit.read'],
  },
  auditor: {
    levels: ['institution', 'unit'],
    permissions: ['designs.read', 'awards.read', 'members.read', 'audit.read'],
  },
  /** Of the installation; exists at the operator's own institution only. */
  operator: {
    levels: ['institution'],
    permissions: ['platform.manage', 'members.read', 'members.manage', 'audit.read', 'terms.manage'],
  },
} as const satisfies Record<string, Preset>;

export type Role = keyof typeof TABLE;
export type Permission = (typeof TABLE)[Role]['permissions'][number];

export const ROLES = Object.keys(TABLE) as Role[]; // Object.keys forgets the literal names
export const PERMISSIONS = [...new Set(Object.values(TABLE).flatMap((preset) => [...preset.permissions]))];

export function isRole(text: string): text is Role {
  return Object.hasOwn(TABLE, text);
}

export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text);
}

export function levelsOf(role: Role): readonly Level[] {
  return TABLE[role].levels;
}

/** What these presets permit at their own level. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...TABLE[role].permissions]));
}

/** @param places ids of units or of one design; null: everywhere in the institution */
export function holdAt(permissions: Iterable<string>, places: readonly string[] | null): string[] {
  const names = [...permissions];
  return places === null ? names : places.flatMap((id) => names.map((name) => `${name}@${id}`));
}

/** The permissions without their places: what pages show or hide. */
export function namesOf(held: Iterable<string>): string[] {
  return [...new Set([...held].map((name) => name.split('@', 1)[0] ?? name))].sort();
}

/** Someone who acts for an institution. */
export type StaffActor = Extract<Actor, { institutionId?: string }> & { readonly institutionId: string };

/**
 * Where a permission must be held. `anywhere`: the verb asks again once it knows the thing, or shows what the actor
 * reaches and nothing else; `institution`: it concerns all of the institution.
 */
export type Place =
  | 'anywhere'
  | 'institution'
  | {
      /** Null: the institution's own, outside of every unit. */
      readonly unitId: string | null;
      readonly designId?: string;
      /** Units that offer it together with its own: they may read. */
      readonly partnerUnitIds?: readonly string[];
    };

/**
 * @returns the actor, known to act for an institution and to hold the permission there
 * @throws Problem 401 for nobody, 404 for a learner (that there is a studio's thing is no business of theirs) and for
 *   a place that the actor may not even read, 403 for staff without the permission
 */
export function requirePermission(actor: Actor, permission: Permission, place: Place): StaffActor {
  const staff = requireStaff(actor);
  if (mayAt(staff, permission, place)) return staff;
  if (typeof place === 'object' && !mayAt(staff, readingOf(permission), place)) throw notFound();
  throw notAllowed(permission);
}

/** Anyone who acts for an institution, whatever their role. @throws Problem 401 for nobody, 404 for a learner */
export function requireStaff(actor: Actor): StaffActor {
  if (actor.kind === 'anonymous') throw signInNeeded();
  if (actor.kind === 'system' || actor.institutionId === undefined) throw notFound();
  return actor as StaffActor; // institutionId was just seen to be there
}

export function mayAt(actor: StaffActor, permission: Permission, place: Place): boolean {
  const { permissions } = actor;
  if (permissions.has(permission)) return true;
  if (place === 'institution') return false;
  if (place === 'anywhere') return namesOf(permissions).includes(permission);
  const partners = permission === readingOf(permission) ? (place.partnerUnitIds ?? []) : [];
  return [place.unitId, place.designId, ...partners].some(
    (id) => id && permissions.has(`${permission}@${id}`),
  );
}

function readingOf(permission: Permission): Permission {
  const reading = `${permission.split('.', 1)[0]}.read`;
  return isPermission(reading) ? reading : permission;
}

/** Ids of the units and designs where an actor holds a permission, for a list that shows no more than those. */
export type Reach = 'everywhere' | ReadonlySet<string>;

export function reachOf(actor: StaffActor, permission: Permission): Reach {
  if (actor.permissions.has(permission)) return 'everywhere';
  const prefix = `${permission}@`;
  return new Set(
    [...actor.permissions].flatMap((held) => (held.startsWith(prefix) ? [held.slice(prefix.length)] : [])),
  );
}

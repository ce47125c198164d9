/**
 * The one table of role × action. The session says what the actor may do, pages hide by it, verbs decide by it.
 */

import { notAllowed, notFound, signInNeeded } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';

const TABLE = {
  administrator: [
    'institution.manage',
    'members.read',
    'designs.read',
    'designs.write',
    'designs.publish',
    'awards.read',
    'awards.grant',
    'awards.revoke',
    'audit.read',
  ],
  designer: ['designs.read', 'designs.write', 'designs.publish', 'members.read'],
  registrar: ['designs.read', 'awards.read', 'awards.grant', 'awards.revoke', 'members.read'],
  teacher: ['designs.read', 'designs.write', 'awards.read', 'awards.grant'],
  reader: ['designs.read', 'awards.read', 'members.read'],
  auditor: ['designs.read', 'awards.read', 'members.read', 'audit.read'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof TABLE;
export type Permission = (typeof TABLE)[Role][number];

export const ROLES = Object.keys(TABLE) as Role[]; // Object.keys forgets the literal names

export function isRole(text: string): text is Role {
  return Object.hasOwn(TABLE, text);
}

export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...TABLE[role]]));
}

export function isPermission(text: string): text is Permission {
  return Object.values(TABLE).some((actions) => (actions as readonly string[]).includes(text));
}

/** Someone who acts for an institution. */
export type StaffActor = Extract<Actor, { institutionId?: string }> & { readonly institutionId: string };

/**
 * @returns the actor, known to act for an institution and to hold the permission there
 * @throws Problem 401 for nobody, 404 for a learner (that there is a studio's thing is no business of theirs),
 *   403 for staff without the permission
 */
export function requirePermission(actor: Actor, permission: Permission): StaffActor {
  if (actor.kind === 'anonymous') throw signInNeeded();
  if (actor.kind === 'system') throw notFound();
  if (actor.institutionId === undefined) throw notFound();
  if (!actor.permissions.has(permission)) throw notAllowed(permission);
  return actor as StaffActor; // institutionId was just seen to be there
}

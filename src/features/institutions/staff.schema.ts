/** People with a role, invitations and roles on the wire. Browser-safe. */
import { z } from 'zod';

const text = z.record(z.string(), z.string());
const slug = z.string().min(1).max(60);

/** Where a role is held. Neither: everywhere in the institution. */
export const placeSchema = z.object({
  unit: z.object({ slug: z.string(), name: text }).nullable(),
  design: z.object({ id: z.string(), title: text }).nullable(),
});

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  identifier: z.string(),
  role: z.string(),
  /** Of the institution's own roles; null: a role of the house. */
  roleName: text.nullable(),
  ...placeSchema.shape,
  validUntil: z.string().nullable(),
  ended: z.boolean(),
  signedIn: z.boolean(),
  /** The reader. */
  self: z.boolean(),
  /** The reader may change or end it. */
  changeable: z.boolean(),
});

export const membersSchema = z.object({ members: z.array(memberSchema) });

export const changeMemberSchema = z.object({
  /** A calendar day, its last included; null: without end. */
  until: z.iso.date().nullable(),
});

export const removeMemberSchema = z.object({
  /** Programs that this person made go on, in the care of whoever removes them; otherwise they end as well. */
  keepClients: z.boolean().default(false),
});

export const inviteSchema = z.object({
  invitations: z
    .array(
      z.object({
        address: z.string().min(1).max(300),
        role: slug,
        unit: slug.optional(),
        design: z.string().max(40).optional(),
        until: z.iso.date().optional(),
      }),
    )
    .min(1)
    .max(200),
  /** Of the letters; absent: the institution's own. */
  language: z.enum(['en', 'nl']).optional(),
});

export const invitationFateSchema = z.object({
  row: z.number(),
  address: z.string(),
  fate: z.enum(['invited', 'refused']),
  problem: z.object({ code: z.string(), title: z.string() }).optional(),
});

export const invitedSchema = z.object({ rows: z.array(invitationFateSchema) });

export const invitationSchema = z.object({
  id: z.string(),
  address: z.string(),
  role: z.string(),
  roleName: text.nullable(),
  ...placeSchema.shape,
  until: z.string().nullable(),
  state: z.enum(['pending', 'expired', 'accepted', 'refused', 'withdrawn']),
  createdAt: z.string(),
  expiresAt: z.string(),
  answeredAt: z.string().nullable(),
  /** No letter left, because the address wishes for none. */
  letterWithheld: z.boolean(),
  changeable: z.boolean(),
});

export const invitationsSchema = z.object({ invitations: z.array(invitationSchema) });

/** What the bearer of a letter's link sees, before and after signing in. */
export const shownInvitationSchema = z.object({
  institution: z.object({ slug: z.string(), name: text }),
  role: z.string(),
  roleName: text.nullable(),
  ...placeSchema.shape,
  permissions: z.array(z.string()),
  until: z.string().nullable(),
  expiresAt: z.string(),
  /** As much of the address as its owner needs to recognise it; whole for who has proven it. */
  address: z.string(),
  answerable: z.enum(['yes', 'sign-in', 'prove-address', 'over']),
});

export const answerSchema = z.object({ answer: z.enum(['accept', 'refuse']) });

export const roleSchema = z.object({
  slug: z.string(),
  /** Null: a role of the house; its name stands in the interface's words. */
  name: text.nullable(),
  levels: z.array(z.enum(['institution', 'unit', 'design'])),
  permissions: z.array(z.string()),
  holders: z.number(),
  /** The reader holds all of it everywhere, so may give it. */
  grantable: z.boolean(),
});

export const rolesSchema = z.object({
  roles: z.array(roleSchema),
  /** Those of which an own role can be made by the reader. */
  permissions: z.array(z.string()),
});

export const saveRoleSchema = z.object({
  name: z.record(z.string().regex(/^[a-z]{2}$/), z.string().trim().min(1).max(80)),
  permissions: z.array(z.string().max(60)).min(1).max(40),
});

export type MemberView = z.infer<typeof memberSchema>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type InvitationFate = z.infer<typeof invitationFateSchema>;
export type ShownInvitation = z.infer<typeof shownInvitationSchema>;
export type RoleView = z.infer<typeof roleSchema>;

/** Programs of an institution, on the wire. Browser-safe. */
import { z } from 'zod';
import { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';

const requestsPerMinute = z.number().int().min(1).max(100_000);

export const newClientSchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(INSTITUTION_PERMISSIONS)).min(1),
  requestsPerMinute: requestsPerMinute.default(600),
});

export const openedClientSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  /** Shown this once. */
  secret: z.string(),
});

export const rotateSchema = z.object({ overlapHours: z.number().int().min(0).max(168) });
export const rotatedSchema = z.object({ secret: z.string() });
export const limitSchema = z.object({ requestsPerMinute });

export const clientSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  demo: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  rotatedAt: z.string().nullable(),
  /** Until when the secret before is good too. */
  formerUntil: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  requestsPerMinute: z.number(),
});

export const clientsSchema = z.object({ clients: z.array(clientSchema), scopes: z.array(z.string()) });
export type ClientView = z.output<typeof clientSchema>;

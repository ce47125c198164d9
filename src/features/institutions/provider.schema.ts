/** Where the staff of an institution sign in, on the wire. Browser-safe. */
import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);

export const changeProviderSchema = z.object({
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: line(200),
  /** Absent: as it is. */
  clientSecret: line(500).optional(),
  /** Values of `acr` by which the provider says that a second factor was given; none: as RFC 8176 says it in `amr`. */
  secondFactorAcr: z.array(line(200)).max(10).default([]),
});

export const providerViewSchema = z.object({
  /** To be registered at the provider. */
  callback: z.string(),
  /** For whose names and addresses the provider may speak. */
  domains: z.array(z.string()),
  provider: z
    .object({ issuer: z.string(), clientId: z.string(), secondFactorAcr: z.array(z.string()) })
    .nullable(),
});

export type ProviderView = z.output<typeof providerViewSchema>;

import { z } from 'zod';

export const letterSummarySchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
});

export const letterSchema = letterSummarySchema.extend({ html: z.string(), text: z.string() });

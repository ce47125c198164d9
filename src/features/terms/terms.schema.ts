/** Terms on the wire. Browser-safe. */
import { z } from 'zod';

export const termsKindSchema = z.enum([
  'terms-of-service',
  'staff-agreement',
  'formal-award',
  'informal-award',
]);

const partSchema = z.strictObject({
  /** Two or three sentences: what a reader sees where they are asked. */
  excerpt: z.string().trim().min(1).max(600),
  /** Paragraphs, `## headings` and `- lists`; nothing else is read as markup. */
  text: z.string().trim().min(1).max(40_000),
});

export const termsTextsSchema = z.strictObject({ en: partSchema.optional(), nl: partSchema.optional() });

/** A version as everybody may read it. */
export const termsViewSchema = z.object({
  id: z.string(),
  /** Slug of the institution; of the operator for the platform's own. */
  owner: z.string(),
  ownerName: z.record(z.string(), z.string()),
  isPlatform: z.boolean(),
  kind: termsKindSchema,
  version: z.number(),
  texts: termsTextsSchema,
  publishedAt: z.string(),
  /** Another version stands since. */
  superseded: z.boolean(),
});

export const termsListSchema = z.object({ terms: z.array(termsViewSchema) });

/** For those who write them: the draft and what was published of each kind. */
export const ownTermsSchema = z.object({
  kinds: z.array(
    z.object({
      kind: termsKindSchema,
      draft: termsTextsSchema.nullable(),
      versions: z.array(
        z.object({ id: z.string(), version: z.number(), publishedAt: z.string(), texts: termsTextsSchema }),
      ),
    }),
  ),
  owner: z.string(),
});

export type TermsTexts = z.infer<typeof termsTextsSchema>;
export type TermsView = z.infer<typeof termsViewSchema>;

/** A line of somebody's ledger. */
export type AgreementLine = {
  readonly id: string;
  readonly act: 'agreed' | 'withdrawn';
  readonly at: string;
  readonly language: 'en' | 'nl';
  /** This agreement stands at this moment. */
  readonly stands: boolean;
  readonly terms: Omit<TermsView, 'texts'>;
};

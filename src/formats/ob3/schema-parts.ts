/** What the classes of Open Badges 3.0 are made of. JSON-LD may write a list of one as the thing itself. */
import { z } from 'zod';
import { isOpenBadges3Context } from '../contexts/urls.ts';
import { isInstant } from '../instants.ts';

/** Text for people: plain, or a map from language to text, which JSON-LD processors may produce. */
export const words = z.union([z.string(), z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string())]);

export const instant = z.string().refine(isInstant, 'an instant with a time zone');
export const languageTag = z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
export const compactJws = z.string().regex(/^[\w-]+\.[\w-]*\.[\w-]+$/);

export function oneOrMany<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item)]);
}

/** `type` with one class among its values. */
export function typed(...classes: readonly [string, ...string[]]) {
  return oneOrMany(z.string()).refine(
    (types) => [types].flat().some((type) => classes.includes(type)),
    `a type ${classes.join(' or ')}`,
  );
}

/** The published values, or a value of one's own after `ext:`. */
export function extendable(values: readonly [string, ...string[]]) {
  return z.union([z.enum(values), z.string().regex(/^ext:[\w.|-]+$/)]);
}

/** Nodes of other standards: they must say what they are; what else they say is theirs. */
export const typedNode = z.looseObject({ id: z.string().optional(), type: z.string() });
export const identifiedNode = z.looseObject({ id: z.string(), type: z.string() });

export const image = z.strictObject({ id: z.string(), type: z.literal('Image'), caption: words.optional() });

/** The order matters: the data model first, Open Badges second ("Contexts"). */
export function contextsAfter(dataModel: string) {
  return z
    .array(z.unknown())
    .refine(
      ([first, second]) => first === dataModel && typeof second === 'string' && isOpenBadges3Context(second),
      'the contexts of the data model and of Open Badges 3.0, in this order',
    );
}

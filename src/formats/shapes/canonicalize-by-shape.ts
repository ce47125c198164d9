/**
 * Credentials of one design differ in a few texts, and a canonicaliser spends nearly all its time on what they have
 * in common. A shape that comes a second time is compiled; from then on only its texts are put in (PERFORMANCE,
 * rule 1). The full pipeline stays the judge: what it says of the compiling document is compared byte for byte, and
 * whatever is not certain goes to it.
 */
import type { Hash, JsonObject } from '../format.ts';
import { fillShape, readShape, type Shape, sentinelOf } from './read-shape.ts';
import { compileTemplate, fillTemplate, isSafeIri, type Quad, type Template } from './template.ts';

export type FullPipeline = {
  readonly toDataset: (document: JsonObject) => Promise<readonly Quad[]>;
  readonly canonicalize: (document: JsonObject) => Promise<string>;
};

type Known = {
  /** Slots whose text stands for a term, such as `assertionMethod`: their values are part of the shape. */
  readonly frozen: readonly number[];
  readonly templates: Map<string, Template | undefined>;
};

const MAX_SHAPES = 128;
const MAX_TEMPLATES = 32;
/** Compiling is the full pipeline twice more, which a stranger must not be able to ask for at length. */
const MAX_SLOTS = 400;

export function createShapeCanonicalizer(
  pipeline: FullPipeline,
): (document: JsonObject, hash: Hash) => Promise<string> {
  const shapes = new Map<string, Known | undefined>();
  return async (document, hash) => {
    const shape = readShape(document);
    if (!shape || shape.values.length > MAX_SLOTS) return await pipeline.canonicalize(document);
    const known = shapes.get(shape.key);
    const name = known && nameOf(known, shape);
    const template = name === undefined ? undefined : known?.templates.get(name);
    const filled = template && (await fillTemplate(template, shape.values, hash));
    if (filled !== undefined) return filled;

    const canonical = await pipeline.canonicalize(document);
    if (!shapes.has(shape.key)) remember(shapes, shape.key, undefined, MAX_SHAPES);
    else if (name === undefined || !known?.templates.has(name))
      await learn({ pipeline, shapes, shape, document, canonical, hash });
    return canonical;
  };
}

type Lesson = {
  readonly pipeline: FullPipeline;
  readonly shapes: Map<string, Known | undefined>;
  readonly shape: Shape;
  readonly document: JsonObject;
  readonly canonical: string;
  readonly hash: Hash;
};

async function learn({ pipeline, shapes, shape, document, canonical, hash }: Lesson): Promise<void> {
  const known = shapes.get(shape.key) ?? {
    frozen: await findFrozen(pipeline, shape, document),
    templates: new Map(),
  };
  const template = await compile(pipeline, shape, document, known.frozen);
  const agrees = template && (await fillTemplate(template, shape.values, hash)) === canonical;
  remember(known.templates, nameOf(known, shape), agrees ? template : undefined, MAX_TEMPLATES);
  remember(shapes, shape.key, known, MAX_SHAPES);
}

function nameOf({ frozen }: Known, { values }: Shape): string {
  return JSON.stringify(frozen.map((slot) => values[slot]));
}

/** With every text a sentinel: those that land as IRI without being one are names of terms. */
async function findFrozen(
  pipeline: FullPipeline,
  shape: Shape,
  document: JsonObject,
): Promise<readonly number[]> {
  const template = await compile(pipeline, shape, document, []);
  return template?.iriSlots.filter((slot) => !isSafeIri(shape.values[slot] ?? '')) ?? [];
}

async function compile(
  pipeline: FullPipeline,
  { values }: Shape,
  document: JsonObject,
  frozen: readonly number[],
): Promise<Template | undefined> {
  const slots = new Map(values.map((value, slot) => [value, slot]));
  const sentinels = fillShape(document, (value) => {
    const slot = slots.get(value) ?? 0;
    return frozen.includes(slot) ? value : sentinelOf(slot);
  });
  try {
    return compileTemplate(await pipeline.toDataset(sentinels));
  } catch {
    // What the pipeline refuses of sentinels it may still take of the document itself.
    return undefined;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T, limit: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > limit && oldest !== undefined) map.delete(oldest);
}

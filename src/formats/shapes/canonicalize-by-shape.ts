/**
 * Credentials of one design differ in a few texts, and a canonicaliser spends nearly all its time on what they have
 * in common. A shape that comes a second time is compiled; from then on only its texts are put in (PERFORMANCE,
 * rule 1). What comes again and again with most texts the same, as the awards of one version do, is kept with those
 * texts in place. The full pipeline stays the judge: what it says of the compiling document is compared byte for
 * byte, and whatever is not certain goes to it.
 */
import { copyBytes, encodeUtf8, equalBytes } from '../bytes.ts';
import type { Hash, JsonObject } from '../format.ts';
import { fillPlan, type Use } from './fill-plan.ts';
import { composePlan, type Plan } from './plan.ts';
import { fillShape, readShape, type Shape, sentinelOf } from './read-shape.ts';
import { createRecents, type Recents } from './recents.ts';
import { compileTemplate, isSafeIri, type Quad, type Template } from './template.ts';

export type FullPipeline = {
  readonly toDataset: (document: JsonObject) => Promise<readonly Quad[]>;
  readonly canonicalize: (document: JsonObject) => Promise<string>;
};

type Compiled = { readonly template: Template; readonly plan: Plan };

type Known = {
  /** Slots whose text stands for a term, such as `assertionMethod`: their values are part of the shape. */
  readonly frozen: readonly number[];
  readonly templates: Map<string, Compiled | undefined>;
};

const MAX_SHAPES = 128;
const MAX_TEMPLATES = 32;
/** Compiling is the full pipeline twice more, which a stranger must not be able to ask for at length. */
const MAX_SLOTS = 400;

/** Answers what `use` makes of the canonical bytes, which are not to be kept: the next document is written over them. */
export type CanonicalizeByShape = (document: JsonObject, hash: Hash, use: Use) => ReturnType<Use>;

export type Shapes = {
  readonly canonicalize: CanonicalizeByShape;
  /**
   * As `JSON.stringify` has it, in less time for what was canonicalised like it, with one more member at the end, which
   * comes as text.
   */
  readonly writeJson: (document: JsonObject, lastMember: string) => string;
};

export function openShapes(pipeline: FullPipeline): Shapes {
  const shapes = new Map<string, Known | undefined>();
  const recents = createRecents();
  const canonicalize: CanonicalizeByShape = (document, hash, use) => {
    const otherwise = () => canonicalizeByShape({ pipeline, shapes, recents, document, hash, use });
    const recent = recents.canonicalize(document, hash, use);
    if (recent instanceof Promise) return recent.then((found) => found ?? otherwise());
    return recent ?? otherwise();
  };
  const writeJson = (document: JsonObject, lastMember: string) => {
    const open = recents.writeOpen(document) ?? JSON.stringify(document).slice(0, -1);
    return `${open}${open === '{' ? '' : ','}${lastMember}}`;
  };
  return { canonicalize, writeJson };
}

type Question = {
  readonly pipeline: FullPipeline;
  readonly shapes: Map<string, Known | undefined>;
  readonly recents: Recents;
  readonly document: JsonObject;
  readonly hash: Hash;
  readonly use: Use;
};

async function canonicalizeByShape(question: Question): Promise<Uint8Array> {
  const { pipeline, shapes, recents, document, hash, use } = question;
  const shape = readShape(document);
  if (!shape || shape.values.length > MAX_SLOTS)
    return use(encodeUtf8(await pipeline.canonicalize(document)));
  const known = shapes.get(shape.key);
  const name = known && nameOf(known, shape);
  const compiled = name === undefined ? undefined : known?.templates.get(name);
  const filled = compiled && (await fillPlan(compiled.plan, shape.values, hash, use));
  if (compiled && filled !== undefined) {
    await recents.remember(
      { ...compiled, frozen: known?.frozen ?? [], document, values: shape.values },
      hash,
    );
    return filled;
  }

  const canonical = encodeUtf8(await pipeline.canonicalize(document));
  if (!shapes.has(shape.key)) remember(shapes, shape.key, undefined, MAX_SHAPES);
  else if (name === undefined || !known?.templates.has(name)) await learn(question, shape, canonical);
  return use(canonical);
}

async function learn(question: Question, shape: Shape, canonical: Uint8Array): Promise<void> {
  const { pipeline, shapes, document, hash } = question;
  const known = shapes.get(shape.key) ?? {
    frozen: await findFrozen(pipeline, shape, document),
    templates: new Map(),
  };
  const template = await compile(pipeline, shape, document, known.frozen);
  const all = new Set(shape.values.keys());
  const plan = template && (await composePlan(template, shape.values, all, hash));
  const filled = plan && (await fillPlan(plan, shape.values, hash, copyBytes));
  const compiled = filled && equalBytes(filled, canonical) ? { template, plan } : undefined;
  remember(known.templates, nameOf(known, shape), compiled, MAX_TEMPLATES);
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

/** The last few kinds of document that came more than once with most of their texts the same. */
import type { Hash, JsonObject } from '../format.ts';
import { type Filled, fillPlan, type Use } from './fill-plan.ts';
import { composeJsonText, fillJsonText, type JsonText } from './json-text.ts';
import { composePlan, type Plan } from './plan.ts';
import { type Difference, differenceFrom, type Sample, takeSample } from './sample.ts';
import type { Template } from './template.ts';

export type Recents = {
  /** Undefined when it is like nothing that came lately. */
  readonly canonicalize: (document: JsonObject, hash: Hash, use: Use) => Filled;
  /**
   * As `JSON.stringify` has it but for the brace at the end; of the document that was canonicalised last as it was
   * then. Undefined as above.
   */
  readonly writeOpen: (document: JsonObject) => string | undefined;
  /** A document that the compiled template served: like the one before it, it becomes a sample. */
  readonly remember: (served: Served, hash: Hash) => Promise<void>;
};

type Served = {
  readonly template: Template;
  /** Slots that the template was compiled with as they are. */
  readonly frozen: readonly number[];
  readonly document: JsonObject;
  readonly values: readonly string[];
};

type Recent = {
  readonly template: Template;
  readonly frozen: ReadonlySet<number>;
  readonly sample: Sample;
  plan: Plan;
  json: JsonText;
};

const MAX_RECENTS = 6;
/** Between two awards of one version it is about ten. */
const MAX_DIFFERENCES = 32;

export function createRecents(): Recents {
  const recents: Recent[] = [];
  const last = new WeakMap<Template, readonly string[]>();
  /** Of the document that is written next, most likely. */
  let met: { readonly document: JsonObject; readonly found: Found } | undefined;
  return {
    canonicalize: (document, hash, use) => {
      const found = findRecent(recents, document);
      met = found && { document, found };
      if (!found) return undefined;
      const { recent, difference, isCovered } = found;
      return isCovered
        ? fillPlan(recent.plan, difference.values, hash, use)
        : fillWider(recent, difference, hash, use);
    },
    writeOpen: (document) => {
      const found = met?.document === document ? met.found : findRecent(recents, document);
      return found?.isCovered ? fillJsonText(found.recent.json, found.difference.values) : undefined;
    },
    remember: async ({ template, frozen, document, values }, hash) => {
      const before = last.get(template);
      last.set(template, values);
      const free = before && listDifferences(before, values);
      const plan = free && (await composePlan(template, values, free, hash));
      if (!plan) return;
      const sample = takeSample(document);
      const json = composeJsonText(sample, plan.free);
      recents.unshift({ template, frozen: new Set(frozen), sample, plan, json });
      recents.length = Math.min(recents.length, MAX_RECENTS);
    },
  };
}

type Found = {
  readonly recent: Recent;
  readonly difference: Difference;
  /** All that differs is what the plan leaves open. */
  readonly isCovered: boolean;
};

function findRecent(recents: readonly Recent[], document: JsonObject): Found | undefined {
  for (const recent of recents) {
    const difference = differenceFrom(recent.sample, document, MAX_DIFFERENCES);
    if (!difference || difference.slots.some((slot) => recent.frozen.has(slot))) continue;
    return {
      recent,
      difference,
      isCovered: difference.slots.every((slot) => recent.plan.free.has(slot)),
    };
  }
  return undefined;
}

/** What differs once may differ again. Undefined when too much does: then nothing is gained. */
async function fillWider(
  recent: Recent,
  { slots, values }: Difference,
  hash: Hash,
  use: Use,
): Promise<Uint8Array | undefined> {
  const { template, sample, plan } = recent;
  const free = new Set([...plan.free, ...slots]);
  // In a variable of its own: meanwhile another document may have made the kept one wider in another way.
  const wider =
    free.size > MAX_DIFFERENCES ? undefined : await composePlan(template, sample.values, free, hash);
  if (!wider) return undefined;
  recent.plan = wider;
  recent.json = composeJsonText(sample, free);
  return await fillPlan(wider, values, hash, use);
}

function listDifferences(
  before: readonly string[],
  values: readonly string[],
): ReadonlySet<number> | undefined {
  const free = values.flatMap((value, slot) => (value === before[slot] ? [] : [slot]));
  return free.length <= MAX_DIFFERENCES ? new Set(free) : undefined;
}

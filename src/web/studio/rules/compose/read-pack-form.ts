/** What the form of a pack says. Names of fields are paths into it; gates are named by their step. Pure. */
import { CHECKS, type PolicyPack, STEPS } from '../../../../features/quality/pack.schema.ts';
import { readTree, rowsOf, type Tree, textsOf, wordOf } from '../../designer/form-tree.ts';
import { moveRow, parseRowAct } from '../../rows.ts';

const LISTS =
  /^(designKinds|institutionKinds|limits\.sizes\.\d+\.institutionKinds|criteria\.\d+\.check\.(statements|qualifications))$/;
const NUMBERS =
  /^(limits\.hoursPerEcts|limits\.sizes\.\d+\.(min|max)|criteria\.\d+\.(mustBelowEcts|check\.(min|max))|gates\.\w+\.(days|quorum)|review\.\w+|review\.triggers\.(complaints\.(count|months)|feedback\.lowShare)|appeal\.days)$/;

/** What cannot be read stays as it was typed: the server refuses it and the form shows it again. */
export function readPackForm(form: FormData): PolicyPack {
  const lists = new Set([...form.keys()].filter((name) => LISTS.test(name)));
  const said = readTree(form, { prefix: '', lists, numbers: NUMBERS });
  const limits = (said.limits ?? {}) as Tree; // a member of the tree that was read above
  // Lists stand under their whole path; a form that is not ours may have put something else there.
  const listOf = (path: string) => {
    const found = said[path];
    return Array.isArray(found) ? (found as string[]) : undefined; // put there by readTree()
  };
  const pack: object = {
    ...pick(said, ['validFrom', 'validUntil']),
    ...{ id: wordOf(said.id), version: wordOf(said.version), jurisdiction: wordOf(said.jurisdiction) },
    ...{ name: textsOf(said.name), summary: textsOf(said.summary) },
    institutionKinds: listOf('institutionKinds') ?? [],
    designKinds: listOf('designKinds') ?? [],
    extends: rowsOf(said.extends).filter((one) => typeof one === 'string'),
    severities: said.severities ?? {},
    sources: rowsOf(said.sources),
    limits: {
      ...pick(limits, ['hoursPerEcts']),
      sizes: entriesOf(limits.sizes).map(([at, row]) => ({
        ...row,
        ...optional('institutionKinds', listOf(`limits.sizes.${at}.institutionKinds`)),
      })),
      audiences: rowsOf(limits.audiences).map((row) => ({
        ...{ code: wordOf(row.code), name: textsOf(row.name) },
        affiliations: splitWords(row.affiliations),
      })),
    },
    criteria: entriesOf(said.criteria).map(([at, row]) => readCriterion(at, row, listOf)),
    gates: readGates((said.gates ?? {}) as Tree), // as above
    review: readReview((said.review ?? {}) as Tree), // as above
    ...readAppeal(said.appeal as Tree | undefined), // as above
  };
  return pack as PolicyPack; // the server parses it before it is kept
}

function readCriterion(at: string, row: Tree, listOf: (path: string) => string[] | undefined): Tree {
  const { check, mapsTo, id, text, help, ...rest } = row;
  const { name, element, min, max, words } = (check ?? {}) as Tree; // a member of a tree
  const path = `criteria.${at}.check`;
  return {
    ...rest,
    ...{ id: wordOf(id), text: textsOf(text) },
    ...optional('help', help === undefined ? undefined : textsOf(help)),
    ...(CHECKS.some((one) => one === name)
      ? {
          check: {
            ...{ name },
            ...optional('element', element),
            ...optional('min', min),
            ...optional('max', max),
            ...optional('statements', listOf(`${path}.statements`)),
            ...optional('qualifications', listOf(`${path}.qualifications`)),
            ...optional('words', readWords(words as Tree | undefined)), // a member of a tree
          },
        }
      : {}),
    mapsTo: splitWords(mapsTo),
  };
}

function readWords(words: Tree | undefined): Tree | undefined {
  return words && Object.fromEntries(Object.entries(words).map(([lang, some]) => [lang, splitWords(some)]));
}

/** In the order in which a design passes them; what is not ticked is no gate. */
function readGates(said: Tree): Tree[] {
  return STEPS.flatMap((step) => {
    const { on, optional: mayBePassed, conditional, ...rest } = (said[step] ?? {}) as Tree; // a member of a tree
    if (on === undefined) return [];
    return [
      {
        ...{ step, ...rest },
        ...(mayBePassed === undefined ? {} : { optional: true }),
        ...(conditional === undefined ? {} : { conditional: true }),
      },
    ];
  });
}

/** What is not ticked or left empty calls no review. */
function readReview({ triggers, ...terms }: Tree): Tree {
  const { complaints, feedback, staff, rules } = (triggers ?? {}) as Tree; // a member of a tree
  const named = {
    ...optional('complaints', complaints),
    ...optional('feedback', feedback),
    ...(staff === undefined ? {} : { staff: true }),
    ...(rules === undefined ? {} : { rules: true }),
  };
  return { ...terms, ...(Object.keys(named).length > 0 ? { triggers: named } : {}) };
}

function readAppeal(appeal: Tree | undefined): Tree {
  return appeal ? { appeal: { ...pick(appeal, ['days']), body: textsOf(appeal.body) } } : {};
}

const ROWS = ['sizes', 'audiences', 'sources', 'criteria'] as const;

/** With the row that a button adds, moves or takes away, and the id of the one where the reader goes on. */
export function rearrangePack(
  pack: PolicyPack,
  act: string,
): { readonly pack: PolicyPack; readonly focus: string } | undefined {
  const asked = parseRowAct(act, ROWS);
  if (!asked) return undefined;
  const { list, move, at } = asked;
  const rows: readonly object[] = list === 'sizes' || list === 'audiences' ? pack.limits[list] : pack[list];
  const changed = move === 'add' ? [...rows, EMPTY[list]] : moveRow(rows, asked);
  const next = move === 'add' ? rows.length : at + { up: -1, down: 1, remove: 0 }[move];
  const focus = `${list}-${Math.max(0, Math.min(next, changed.length - 1))}`;
  const put = { [list]: changed };
  const moved = list === 'sizes' || list === 'audiences' ? { limits: { ...pack.limits, ...put } } : put;
  return { pack: { ...pack, ...moved } as PolicyPack, focus }; // rows of the same list, or an empty one of it
}

const EMPTY = {
  sizes: { unit: 'ects' },
  audiences: { code: '', name: {}, affiliations: [] },
  sources: { title: '' },
  criteria: { id: '', text: {}, severity: 'must', kind: 'human', mapsTo: [] },
} as const satisfies Record<(typeof ROWS)[number], object>;

function entriesOf(value: unknown): [string, Tree][] {
  return Object.entries((value ?? {}) as Record<string, Tree>) // rows are trees themselves
    .sort(([one], [other]) => Number(one) - Number(other));
}

function pick(tree: Tree, names: readonly string[]): Tree {
  return Object.fromEntries(names.flatMap((name) => (tree[name] === undefined ? [] : [[name, tree[name]]])));
}

function optional(name: string, value: unknown): Tree {
  return value === undefined ? {} : { [name]: value };
}

function splitWords(value: unknown): string[] {
  return typeof value === 'string' ? value.split(/[,;\n]/).flatMap((word) => word.trim() || []) : [];
}

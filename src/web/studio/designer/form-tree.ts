/** What a form says, as a tree. Names of fields are paths: `content.title.en`. Pure. */

export type Tree = { [name: string]: unknown };

export type FormShape = {
  /** What all names begin with: `content.`. */
  readonly prefix: string;
  /** Check boxes: one name, many values. */
  readonly lists: ReadonlySet<string>;
  readonly numbers: RegExp;
};

/** Fields that were left empty are not there. What cannot be read stays as it was typed. */
export function readTree(form: FormData, { prefix, lists, numbers }: FormShape): Tree {
  const tree: Tree = {};
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== 'string') continue;
    const path = name.slice(prefix.length);
    const text = value.trim();
    if (lists.has(path)) {
      tree[path] = [...((tree[path] as string[] | undefined) ?? []), text]; // put there by this line
      continue;
    }
    if (text === '') continue;
    place(tree, path.split('.'), numbers.test(path) ? readNumber(text) : text);
  }
  return tree;
}

function place(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): void {
  // The one name that is never a member, whoever sends it.
  if (name === '__proto__') return;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const known = Object.hasOwn(tree, name) ? tree[name] : undefined;
  const child = (typeof known === 'object' && known !== null ? known : {}) as Tree; // put there by this function
  tree[name] = child;
  place(child, rest, value);
}

/** "5,5" is how Dutch writes it. */
function readNumber(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** Rows come as `{ "0": …, "1": … }`. */
export function rowsOf(value: unknown): Tree[] {
  return Object.entries((value ?? {}) as Tree) // a member of a tree that was read above
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, row]) => row as Tree); // rows are trees themselves
}

/** Empty where a form that is not ours says more than one thing. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A text in languages. */
export function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((value ?? {}) as Tree).flatMap(
      (
        [language, text], // a member of a tree
      ) => (typeof text === 'string' && typeof value === 'object' ? [[language, text]] : []),
    ),
  );
}

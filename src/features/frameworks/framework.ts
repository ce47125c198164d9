/** A skills framework as it is read from a file, whichever file it was. Pure. */

export type Words = Readonly<Record<string, string>>;

export type NewItem = {
  /** By which everyone knows it; stands in credentials. */
  readonly url: string;
  readonly code: string | null;
  readonly kind: string | null;
  readonly name: Words;
  readonly description: Words;
  readonly otherNames: string;
};

/** ESCO has some fourteen thousand skills. */
export const MAX_ITEMS = 20_000;
export const MAX_FRAMEWORKS = 50;
export const LENGTHS = { name: 300, code: 100, kind: 100, url: 2_000, description: 4_000, otherNames: 4_000 };

export type FileFault =
  | 'unreadable'
  | 'empty'
  | 'too-many-items'
  | 'no-name-column'
  | 'no-address-column'
  | 'no-name'
  | 'no-address'
  | 'address-unfit'
  | 'address-twice'
  | 'code-twice'
  | 'control-characters'
  | 'too-long'
  | 'circle';

/** Why a file is refused as a whole; `line` is a line of a table, or the number of an item. */
export class FileRefusal extends Error {
  readonly fault: FileFault;
  readonly line: number | undefined;

  constructor(fault: FileFault, line?: number) {
    super(fault);
    this.name = 'FileRefusal';
    this.fault = fault;
    this.line = line;
  }
}

/**
 * Two files of one framework, a language each, joined by the address of each item: what the second says goes over
 * what the first said, and nothing is lost.
 */
export function joinItems(known: readonly NewItem[], added: readonly NewItem[]): NewItem[] {
  const byUrl = new Map(known.map((item) => [item.url, item]));
  for (const item of added) {
    const before = byUrl.get(item.url);
    byUrl.set(item.url, before ? joinItem(before, item) : item);
  }
  return checkItems([...byUrl.values()]);
}

function joinItem(before: NewItem, item: NewItem): NewItem {
  return {
    url: item.url,
    code: item.code ?? before.code,
    kind: item.kind ?? before.kind,
    name: { ...before.name, ...item.name },
    description: { ...before.description, ...item.description },
    otherNames: `${before.otherNames}\n${item.otherNames}`.trim().slice(0, LENGTHS.otherNames),
  };
}

/** @throws FileRefusal for a framework that says one thing twice, or more than any does */
export function checkItems(items: readonly NewItem[]): NewItem[] {
  if (items.length === 0) throw new FileRefusal('empty');
  if (items.length > MAX_ITEMS) throw new FileRefusal('too-many-items');
  const urls = new Set<string>();
  const codes = new Set<string>();
  for (const [at, { url, code }] of items.entries()) {
    // An address may have been made from the code, so the code is told first.
    if (code !== null && codes.has(code)) throw new FileRefusal('code-twice', at + 1);
    if (code !== null) codes.add(code);
    if (urls.has(url)) throw new FileRefusal('address-twice', at + 1);
    urls.add(url);
  }
  return [...items];
}

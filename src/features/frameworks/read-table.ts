/** A framework as comma-separated values: an institution's own table, or a file of ESCO as it is downloaded. Pure. */
import { parse } from 'csv-parse/sync';
import { checkItems, FileRefusal, LENGTHS, MAX_ITEMS, type NewItem, type Words } from './framework.ts';
import { readAddress, readText } from './read-text.ts';

export type TableOptions = {
  /** Of columns that say none. */
  readonly language: string;
  /** Items without an address of their own stand under this one. */
  readonly baseUrl: string;
};

/** Headings that mean the same, in lower case; ESCO's own among them. `_nl` and `_en` may follow those of texts. */
const COLUMNS = {
  url: ['url', 'uri', 'concepturi', 'adres', 'address', 'webadres'],
  code: ['code', 'humancodingscheme', 'kenmerk', 'nummer'],
  kind: ['type', 'kind', 'soort', 'skilltype'],
  name: ['name', 'naam', 'preferredlabel', 'title', 'titel', 'vaardigheid', 'skill'],
  description: ['description', 'omschrijving', 'beschrijving', 'definition', 'definitie'],
  otherNames: ['altlabels', 'other_names', 'andere_namen', 'synoniemen', 'synonyms'],
} as const;
const TEXTS = ['name', 'description'] as const;
const LANGUAGES = ['nl', 'en'] as const;

type Field = keyof typeof COLUMNS;
type Row = { readonly cells: readonly string[]; readonly line: number };
type Heads = ReadonlyMap<string, number>;

/** @throws FileRefusal with the line of the first fault */
export function readTable(text: string, options: TableOptions): NewItem[] {
  const [heads, ...rows] = parseRows(text);
  if (!heads || rows.length === 0) throw new FileRefusal('empty');
  if (rows.length > MAX_ITEMS) throw new FileRefusal('too-many-items');
  const columns = findColumns(heads);
  if (!hasText(columns, 'name')) throw new FileRefusal('no-name-column');
  if (!columns.has('url') && !columns.has('code')) throw new FileRefusal('no-address-column');
  return checkItems(rows.map((cells, at) => readRow({ cells, line: at + 2 }, columns, options)));
}

function parseRows(text: string): string[][] {
  const [head = ''] = text.slice(0, 4_000).split('\n', 1);
  const count = (separator: string) => head.split(separator).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((one, other) => count(other) - count(one));
  try {
    return parse(text, {
      ...{ bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true },
      ...{ maxRecordSize: 60_000, to: MAX_ITEMS + 2 },
    });
  } catch {
    throw new FileRefusal('unreadable');
  }
}

function findColumns(heads: readonly string[]): Heads {
  const names = heads.map((head) =>
    head
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const found = new Map<string, number>();
  const look = (key: string, aliases: readonly string[]) => {
    const at = names.findIndex((name) => aliases.includes(name));
    if (at >= 0) found.set(key, at);
  };
  for (const [field, aliases] of Object.entries(COLUMNS)) {
    look(field, aliases);
    for (const language of LANGUAGES)
      look(
        `${field} ${language}`,
        aliases.flatMap((alias) => [`${alias}_${language}`, `${alias}_(${language})`]),
      );
  }
  return found;
}

function hasText(columns: Heads, field: Field): boolean {
  return ['', ...LANGUAGES.map((language) => ` ${language}`)].some((end) => columns.has(`${field}${end}`));
}

function readRow({ cells, line }: Row, columns: Heads, { language, baseUrl }: TableOptions): NewItem {
  const cell = (key: string) => cells[columns.get(key) ?? -1] ?? '';
  const texts = (field: (typeof TEXTS)[number]): Words => {
    const said = [
      [language, cell(field)],
      ...LANGUAGES.map((one) => [one, cell(`${field} ${one}`)] as const),
    ];
    return Object.fromEntries(
      said
        .map(([one = '', text = '']) => [one, readText(text, LENGTHS[field], line)])
        .filter(([, text]) => text !== ''),
    );
  };
  const name = texts('name');
  if (Object.keys(name).length === 0) throw new FileRefusal('no-name', line);
  const code = readText(cell('code'), LENGTHS.code, line) || null;
  return {
    ...{ name, code, description: texts('description') },
    url: readAddress(cell('url') || (code === null ? '' : addressUnder(baseUrl, code)), line),
    kind: readText(cell('kind'), LENGTHS.kind, line) || null,
    otherNames: readText(cell('otherNames').replaceAll('|', ' ').slice(0, LENGTHS.otherNames), 4_000, line),
  };
}

function addressUnder(baseUrl: string, code: string): string {
  return `${baseUrl}${/[/#=]$/.test(baseUrl) ? '' : '/'}${encodeURIComponent(code)}`;
}

/** A register as a file of comma-separated values: DEQAR's public list of institutions, or a list of one's own. Pure. */
import { parse } from 'csv-parse/sync';
import { countries } from '../../formats/countries.ts';
import { isDay } from '../../platform/calendar.ts';
import { hostOfWebsite, type RegisterEntry } from './register.ts';

export type NewEntry = Omit<RegisterEntry, 'id'>;

export type RegisterFile = {
  readonly entries: readonly NewEntry[];
  /** Lines that say nothing usable, by their number in the file (the heading is line 1). */
  readonly faults: readonly { readonly line: number; readonly fault: RegisterFault }[];
};

export type RegisterFault = 'no-name' | 'no-way-to-recognise' | 'malformed-day' | 'days-reversed';
export type FileRefusal = 'unreadable' | 'no-name-column' | 'empty' | 'too-many-lines';

/** DEQAR's public list has some four thousand. */
export const MAX_ENTRIES = 50_000;
const MAX_TEXT = 300;

/** Column headings that mean the same, in lower case; DEQAR's own names among them. */
const COLUMNS = {
  name: ['name', 'name_primary', 'name_english', 'institution', 'issuer_name'],
  country: ['country', 'country_code', 'countries', 'iso'],
  website: ['website', 'website_link', 'url', 'site'],
  issuerId: ['did', 'issuer', 'issuer_id', 'issuer_url'],
  identifier: ['identifier', 'deqar_id', 'register_id', 'id'],
  accreditedFrom: ['accredited_from', 'valid_from', 'from'],
  accreditedUntil: ['accredited_until', 'valid_until', 'valid_to', 'until'],
  scope: ['scope', 'level', 'qf_ehea_level'],
} as const satisfies Record<string, readonly string[]>;

type Field = keyof typeof COLUMNS;

/** @returns the entries that can be used beside the faults of the others, or why the file as a whole cannot */
export function readRegisterFile(text: string): RegisterFile | FileRefusal {
  const rows = readRows(text);
  if (!rows) return 'unreadable';
  const [heads, ...lines] = rows;
  if (!heads || lines.length === 0) return 'empty';
  if (lines.length > MAX_ENTRIES) return 'too-many-lines';
  const columns = findColumns(heads);
  if (columns.name === undefined) return 'no-name-column';
  const entries: NewEntry[] = [];
  const faults: { line: number; fault: RegisterFault }[] = [];
  for (const [index, cells] of lines.entries()) {
    const read = readLine((field) => cells[columns[field] ?? -1]?.trim() ?? '');
    if (typeof read === 'string') faults.push({ line: index + 2, fault: read });
    else entries.push(read);
  }
  return { entries, faults };
}

function readRows(text: string): string[][] | undefined {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'].sort((one, other) => countIn(text, other) - countIn(text, one))[0] ?? ',',
      relaxColumnCount: true,
      skipEmptyLines: true,
      maxRecordSize: 20_000,
    });
  } catch {
    return undefined;
  }
}

function countIn(text: string, separator: string): number {
  return (text.slice(0, 2_000).split('\n', 1)[0] ?? '').split(separator).length;
}

function findColumns(heads: readonly string[]): Partial<Record<Field, number>> {
  const names = heads.map((head) => head.trim().toLowerCase().replaceAll(' ', '_'));
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([field, aliases]) => {
      const at = aliases.map((alias) => names.indexOf(alias)).find((index) => index >= 0);
      return at === undefined ? [] : [[field, at]];
    }),
  );
}

function readLine(cell: (field: Field) => string): NewEntry | RegisterFault {
  const name = cell('name').slice(0, MAX_TEXT);
  if (name === '') return 'no-name';
  const issuerId = readIssuerId(cell('issuerId'));
  const host = hostOfWebsite(cell('website'));
  const identifier = cell('identifier').slice(0, MAX_TEXT);
  if (issuerId === undefined && host === undefined && identifier === '') return 'no-way-to-recognise';
  const [from, until] = [cell('accreditedFrom'), cell('accreditedUntil')];
  if ([from, until].some((day) => day !== '' && !isDay(day))) return 'malformed-day';
  if (from !== '' && until !== '' && until < from) return 'days-reversed';
  return {
    name,
    country: readCountry(cell('country')) ?? null,
    issuerId: issuerId ?? null,
    host: host ?? null,
    identifier: identifier || null,
    accreditedFrom: from || null,
    accreditedUntil: until || null,
    scope: cell('scope').slice(0, MAX_TEXT) || null,
  };
}

export function readIssuerId(text: string): string | undefined {
  return text.length <= MAX_TEXT && /^(did:[a-z0-9]+:\S+|https:\/\/\S+)$/.test(text) ? text : undefined;
}

const byName = new Map(
  countries.map((code) => [new Intl.DisplayNames(['en'], { type: 'region' }).of(code)?.toLowerCase(), code]),
);

/** As a code, or by its English name as DEQAR writes it. */
export function readCountry(text: string): string | undefined {
  const code = text.toUpperCase();
  return countries.includes(code) ? code : byName.get(text.toLowerCase());
}

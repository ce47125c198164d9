/** Lines that were pasted or came in a file, as recipients. Pure. */
import type { RecipientRow } from '../../../features/awards/awards.schema.ts';

type Field =
  | 'email'
  | 'identifier'
  | 'name'
  | 'result'
  | 'awardedOn'
  | 'expiresOn'
  | 'language'
  | 'reference'
  | 'audience'
  | 'affiliation';

/** How people head their columns, in both languages. */
const heads: Readonly<Record<string, Field>> = {
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  'e-mailadres': 'email',
  emailadres: 'email',
  'e-mail address': 'email',
  'email address': 'email',
  identifier: 'identifier',
  id: 'identifier',
  studentnummer: 'identifier',
  'student number': 'identifier',
  name: 'name',
  naam: 'name',
  result: 'result',
  resultaat: 'result',
  cijfer: 'result',
  grade: 'result',
  date: 'awardedOn',
  datum: 'awardedOn',
  'awarded on': 'awardedOn',
  expires: 'expiresOn',
  verloopt: 'expiresOn',
  language: 'language',
  taal: 'language',
  reference: 'reference',
  kenmerk: 'reference',
  audience: 'audience',
  doelgroep: 'audience',
  affiliation: 'affiliation',
  affiliatie: 'affiliation',
  edupersonaffiliation: 'affiliation',
};

/** Without a head: as the hint beside the field says. */
const USUAL: readonly Field[] = ['email', 'name', 'result'];

export function readLines(text: string): readonly RecipientRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines;
  const separator = chooseSeparator(first);
  const named = splitLine(first, separator).map((cell) => heads[cell.toLowerCase()]);
  // A head names every column, or it is a line like the others.
  const hasHead = named.some((field) => field !== undefined) && !first.includes('@');
  const fields = hasHead ? named : USUAL;
  return (hasHead ? rest : lines).map((line) => readRow(splitLine(line, separator), fields));
}

function readRow(cells: readonly string[], fields: readonly (Field | undefined)[]): RecipientRow {
  const row: Partial<Record<Field, string>> = {};
  cells.forEach((cell, at) => {
    const field = fields[at];
    if (field !== undefined && cell !== '') row[field] = isDayField(field) ? readDay(cell) : cell;
  });
  // Something without an @ where an address is expected is what the institution knows the person by.
  if (fields === USUAL && row.email && !row.email.includes('@')) {
    const { email, ...others } = row;
    return { ...others, identifier: email };
  }
  return row;
}

function isDayField(field: Field): boolean {
  return field === 'awardedOn' || field === 'expiresOn';
}

/** 17-07-2026 is how the Dutch write it; what is read otherwise is left for the server to judge. */
function readDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** The one that the first line has most of; a name with a comma in it does not make a comma the separator. */
function chooseSeparator(line: string): string {
  const counts = [';', '\t', ','].map((mark) => ({ mark, count: line.split(mark).length - 1 }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** RFC 4180, section 2: quotes around a cell, two of them for one inside. */
function splitLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? '';
    if (quoted && mark === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (mark === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (mark === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += mark;
    }
  }
  return [...cells, cell.trim()];
}

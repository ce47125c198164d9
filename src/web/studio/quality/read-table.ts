import { parse } from 'csv-parse/sync';

/** Lines by the names in the first one; none for what is no table. The separator is the one that the first line has most. */
export function readTable(text: string): Record<string, string>[] {
  const [head = ''] = text.split('\n', 1);
  const count = (separator: string) => head.split(separator).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((one, other) => count(other) - count(one));
  try {
    return parse(text, { bom: true, columns: true, delimiter, relaxColumnCount: true, skipEmptyLines: true });
  } catch {
    return [];
  }
}

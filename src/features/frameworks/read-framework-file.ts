import { FileRefusal, type NewItem } from './framework.ts';
import { readCase } from './read-case.ts';
import { readTable, type TableOptions } from './read-table.ts';

/** What begins as JSON is CASE, everything else a table. @throws FileRefusal */
export function readFrameworkFile(bytes: Uint8Array, options: TableOptions): NewItem[] {
  const text = decode(bytes);
  return /^\ufeff?\s*[{[]/.test(text) ? readCase(text, options) : readTable(text, options);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal('unreadable');
  }
}

/** RFC 4180, for a spreadsheet: a byte order mark, so that it reads UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\u{feff}${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is text, whatever the spreadsheet thinks (OWASP, CSV Injection). */
function toCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function csvFile(name: string, rows: readonly (readonly string[])[]): Response {
  return downloadOf(name, 'text/csv; charset=utf-8', toCsv(rows));
}

export function jsonFile(name: string, value: unknown): Response {
  return downloadOf(name, 'application/json', `${JSON.stringify(value, null, 2)}\n`);
}

function downloadOf(name: string, type: string, body: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

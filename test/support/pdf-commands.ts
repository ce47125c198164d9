/** What others read in a PDF of ours: poppler, qpdf and zbar. Tests that need one are left out where it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type PdfCommand = 'pdfinfo' | 'pdfdetach' | 'pdftotext' | 'pdftoppm' | 'qpdf' | 'zbarimg';

export function hasCommand(...commands: readonly PdfCommand[]): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.every((command) => folders.some((folder) => existsSync(join(folder, command))));
}

/** Standard output of a command on a file with these bytes; throws when it fails. */
export function runOn(
  command: PdfCommand,
  bytes: Uint8Array,
  before: readonly string[] = [],
  after: readonly string[] = [],
): string {
  return inFolder((folder) => {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    return run(command, [...before, file, ...after]);
  });
}

export function readPdfText(bytes: Uint8Array, ...options: readonly string[]): string {
  return runOn('pdftotext', bytes, options, ['-']);
}

/** The first file that is attached, to the byte. */
export function readAttached(bytes: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const [pdf, attached] = [join(folder, 'file.pdf'), join(folder, 'attached')];
    writeFileSync(pdf, bytes);
    run('pdfdetach', ['-save', '1', '-o', attached, pdf]);
    return readFileSync(attached);
  });
}

/** What a telephone would read on the printed first page. */
export function scanFirstPage(bytes: Uint8Array, resolution = 200): string {
  return inFolder((folder) => {
    const pdf = join(folder, 'file.pdf');
    writeFileSync(pdf, bytes);
    run('pdftoppm', ['-r', String(resolution), '-f', '1', '-l', '1', '-png', pdf, join(folder, 'page')]);
    const [page = ''] = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return run('zbarimg', ['-q', '--raw', '--oneshot', join(folder, page)]).trim();
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-pdf-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: PdfCommand, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0)
    throw new Error(`${command} ended with ${done.status}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

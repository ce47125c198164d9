/**
 * The thread that typesets. Typst has no package for every system, so it is an optional dependency, and its own
 * package is asked for directly: the wrapper names packages of other systems that the registry lacks.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { answerQuestions } from '../workers/index.ts';

const COMPILER = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
/** A folder that is not there: what a template reads is what was handed in, and nothing of the disk. */
const FOLDER = '/waarmerk-typesetting';
const MAIN = `${FOLDER}/main.typ`;

const FONTS = [
  'archivo/400Regular/Archivo_400Regular.ttf',
  'archivo/600SemiBold/Archivo_600SemiBold.ttf',
  'source-serif-4/300Light/SourceSerif4_300Light.ttf',
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
];

export type ToTypeset = {
  readonly template: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
};

export type Typeset = { readonly pdf: Uint8Array; readonly standard: string } | { readonly absent: true };

/** The part of typst-ts-node-compiler 0.7 that is used; the package brings no types. */
type Compiler = {
  mapShadow(path: string, bytes: Buffer): void;
  resetShadow(): void;
  evictCache(age: number): void;
  compile(input: { mainFilePath: string; resetRead: boolean }): {
    readonly result: unknown;
    takeError(): { readonly shortDiagnostics: readonly { readonly message: string }[] } | null;
  };
  pdf(document: unknown, options: { pdfStandard: string }): Buffer;
};

/**
 * PDF/A forbids a letter that no font can draw. Where the machine has none for someone's script, the same pages
 * without the promise of an archive are better than none.
 */
const STANDARDS = ['a-3a', '1.7'];

const compiler = open();
answerQuestions(typeset);

function open(): Compiler | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require(COMPILER).NodeCompiler.create({
      workspace: FOLDER,
      fontArgs: [{ fontBlobs: FONTS.map(readFont) }],
    });
  } catch {
    return undefined;
  }
}

function readFont(path: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`)));
}

function typeset({ template, files }: ToTypeset): Typeset {
  if (!compiler) return { absent: true };
  compiler.resetShadow();
  compiler.mapShadow(MAIN, Buffer.from(template));
  for (const [name, bytes] of Object.entries(files))
    compiler.mapShadow(`${FOLDER}/${name}`, Buffer.from(bytes));
  try {
    const compiled = compiler.compile({ mainFilePath: MAIN, resetRead: true });
    const error = compiled.takeError();
    if (error) throw new Error(error.shortDiagnostics.map(({ message }) => message).join('; '));
    return print(compiler, compiled.result);
  } finally {
    compiler.resetShadow();
    // What belonged to one person's certificate is not kept for the next.
    compiler.evictCache(0);
  }
}

function print(typst: Compiler, document: unknown): Typeset {
  const refusals: unknown[] = [];
  for (const standard of STANDARDS) {
    try {
      return { pdf: new Uint8Array(typst.pdf(document, { pdfStandard: standard })), standard };
    } catch (error) {
      refusals.push(error);
    }
  }
  throw refusals[0];
}

/** Fields of the organisation's forms as the API takes them. */

/** Trimmed; empty when it is not there. */
export function readLine(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What is left empty is not there. */
export function readOptional(form: FormData, name: string): string | null {
  return readLine(form, name) || null;
}

/** `name.nl` and `name.en` together. */
export function readLanguages(form: FormData, name: string): Record<string, string> {
  return Object.fromEntries(
    [...form.keys()]
      .filter((key) => key.startsWith(`${name}.`))
      .map((key) => [key.slice(name.length + 1), readLine(form, key)])
      .filter(([, text]) => text !== ''),
  );
}

/** One on each line, or with commas between. */
export function readList(form: FormData, name: string): string[] {
  return readLine(form, name)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
}

export async function readFile(form: FormData, name: string): Promise<Uint8Array | undefined> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return undefined;
  return new Uint8Array(await file.arrayBuffer());
}

/** The two languages that the interface asks for, the reader's own first, and those that were written otherwise. */
export function languagesFor(
  locale: string,
  ...texts: readonly Readonly<Record<string, string>>[]
): string[] {
  const own = locale === 'nl' ? ['nl', 'en'] : ['en', 'nl'];
  return [...new Set([...own, ...texts.flatMap((text) => Object.keys(text))])];
}

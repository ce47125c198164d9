/** RFC 9457, as the API answers; `errors` names the faulty members of the request. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors: readonly FieldFault[];
};

/** `pointer` is a JSON pointer into the body: `/recipients/0/email`. */
export type FieldFault = { readonly pointer: string; readonly detail: string };

/** Never throws: an answer that is no problem document is still an answer that must be shown. */
export function parseProblem(text: string, status: number): Problem {
  const body = parseObject(text);
  return {
    type: readText(body.type) ?? 'about:blank',
    title: readText(body.title) ?? '',
    status,
    ...(readText(body.detail) ? { detail: String(body.detail) } : {}),
    errors: Array.isArray(body.errors) ? body.errors.flatMap(readFault) : [],
  };
}

/** Messages by the name of the field: `recipients.0.email`. */
export function faultsByField(problem: Problem | undefined): Readonly<Record<string, string>> {
  const entries = (problem?.errors ?? []).map(
    ({ pointer, detail }) => [nameOfPointer(pointer), detail] as const,
  );
  return Object.fromEntries(entries.reverse());
}

export function nameOfPointer(pointer: string): string {
  return pointer.replace(/^#?\/?/, '').replaceAll('/', '.');
}

function readFault(fault: unknown): readonly FieldFault[] {
  if (!isObject(fault)) return [];
  const pointer = readText(fault.pointer) ?? '';
  const detail = readText(fault.detail);
  return detail ? [{ pointer, detail }] : [];
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

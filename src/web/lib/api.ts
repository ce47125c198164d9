import type { RouterContextProvider } from 'react-router';
import type { z } from 'zod';
import { appContext } from './app-context.ts';
import { type Problem, parseProblem } from './problem.ts';

type Context = Readonly<RouterContextProvider>;

/**
 * Reads a resource for a loader. A refusal is thrown as it is: the error page says it in words and keeps the
 * status.
 */
export async function readApi<Schema extends z.ZodType>(
  context: Context,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await context.get(appContext).api(path);
  if (!response.ok) throw await refusalOf(response);
  return schema.parse(await response.json());
}

/** As `readApi`, with `undefined` for what is not there. */
export async function findApi<Schema extends z.ZodType>(
  context: Context,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const response = await context.get(appContext).api(path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw await refusalOf(response);
  return schema.parse(await response.json());
}

type Sending = {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A plain value goes out as JSON; FormData, text and bytes go out as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Sent =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Does something for an action. A refusal is returned, so that the form can show it beside its fields. */
export async function sendApi(context: Context, path: string, sending: Sending = {}): Promise<Sent> {
  const { method = 'POST', body, headers = {} } = sending;
  const asItIs =
    body instanceof FormData ||
    body instanceof Blob ||
    body instanceof Uint8Array ||
    typeof body === 'string';
  const init: RequestInit = { method, headers };
  if (asItIs) init.body = body as BodyInit; // narrowed above; a typed array over any buffer is a body too
  if (!asItIs && body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'content-type': 'application/json', ...headers };
  }
  const response = await context.get(appContext).api(path, init);
  if (!response.ok) return { ok: false, problem: await readProblem(response) };
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { ok: true, body: isJson && text ? JSON.parse(text) : text };
}

async function readProblem(response: Response): Promise<Problem> {
  return parseProblem(await response.text(), response.status);
}

async function refusalOf(response: Response): Promise<Response> {
  const problem = await readProblem(response);
  return Response.json(problem, {
    status: response.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** What the forms of frameworks do. A file goes to the server as its bytes; the rest stands in the address. */
import { data, type RouterContextProvider } from 'react-router';
import { broughtSchema } from '../../../features/frameworks/frameworks.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { KEEPERS, type Keeper } from './read-frameworks.ts';

type Acting = {
  readonly context: Readonly<RouterContextProvider>;
  readonly keeper: Keeper;
  readonly form: FormData;
};

const SAID = ['name', 'publisher', 'version', 'licence', 'url', 'language'] as const;

/** Brings one in, and goes on to its page. */
export async function bringIn({ context, keeper, form }: Acting) {
  const { api, page } = KEEPERS[keeper];
  const typed = Object.fromEntries(SAID.map((name) => [name, textOf(form, name)]));
  const sent = await sendApi(context, addQuery(api, '', typed), await fileOf(form, 'POST'));
  if (!sent.ok) return data({ problem: sent.problem, typed }, { status: sent.problem.status });
  const { id, items } = broughtSchema.parse(sent.body);
  return redirectWithMessage(context, `${page}/${id}`, {
    ...{ key: 'frameworks.brought', values: { count: items } },
  });
}

/** A newer file, one in another language, or the end of it. */
export async function actOnFramework({ context, keeper, form, id }: Acting & { readonly id: string }) {
  const { api, page } = KEEPERS[keeper];
  const path = `${api}/${encodeURIComponent(id)}`;
  if (textOf(form, 'act') === 'remove') {
    const sent = await sendApi(context, path, { method: 'DELETE' });
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
    return redirectWithMessage(context, page, { key: 'frameworks.removed' });
  }
  const query = {
    language: textOf(form, 'language'),
    how: textOf(form, 'how'),
    version: textOf(form, 'version') || undefined,
  };
  const sent = await sendApi(context, addQuery(`${path}/items`, '', query), await fileOf(form, 'PUT'));
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  const { items } = broughtSchema.parse(sent.body);
  return redirectWithMessage(context, `${page}/${id}`, {
    ...{ key: 'frameworks.renewed', values: { count: items } },
  });
}

async function fileOf(form: FormData, method: 'POST' | 'PUT') {
  const file = form.get('file');
  return {
    method,
    body: new Uint8Array(file instanceof File ? await file.arrayBuffer() : []),
    headers: { 'content-type': 'application/octet-stream' },
  };
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

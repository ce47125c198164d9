import { data } from 'react-router';
import { sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import type { TextKey } from '../../lib/i18n.ts';

type Acting = {
  readonly context: Parameters<typeof sendApi>[0];
  readonly id: string;
  readonly form: FormData;
};

/** What a form on the page of a meeting asks; each button names its act. */
export async function actOnMeeting({ context, id, form }: Acting) {
  const minutes = String(form.get('minutes') ?? '');
  const asked = readAct(form, minutes);
  const address = `/studio/quality/meetings/${encodeURIComponent(id)}`;
  const { path, done, ...request } = asked;
  const sent = await sendApi(context, `/api/v1/quality/meetings/${encodeURIComponent(id)}/${path}`, request);
  if (!sent.ok) return data({ problem: sent.problem, minutes }, { status: sent.problem.status });
  return redirectWithMessage(context, address, { key: done });
}

type Asked = {
  readonly path: string;
  readonly method?: 'DELETE';
  readonly body?: unknown;
  readonly done: TextKey;
};

function readAct(form: FormData, minutes: string): Asked {
  const design = form.get('design');
  const off = form.get('take-off');
  if (typeof off === 'string')
    return { path: `agenda/${encodeURIComponent(off)}`, method: 'DELETE', done: 'committee.off.done' };
  if (design !== null)
    return { path: 'agenda', body: { design: String(design) }, done: 'committee.put.done' };
  if (form.get('intent') === 'close') return { path: 'close', body: { minutes }, done: 'committee.closed' };
  return { path: 'open', body: { present: form.getAll('present').map(String) }, done: 'committee.opened' };
}

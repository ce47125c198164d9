/** What the forms of the quality page do. */
import { data, type RouterContextProvider, redirect } from 'react-router';
import { sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { qualityAddressOf } from './addresses.ts';
import { readConditions, readTyped, readVerdicts, textOf } from './read-act-form.ts';

type Acting = {
  readonly context: Readonly<RouterContextProvider>;
  readonly id: string;
  readonly form: FormData;
};

/** What goes to the API for each form. Whatever is not named is a move, which the API knows or refuses. */
function requestOf(act: string, form: FormData): { readonly path: string; readonly body?: unknown } {
  const text = (name: string) => textOf(form, name);
  const [verb = '', id = ''] = act.split(':');
  switch (verb) {
    case 'check':
    case 'submit':
      return { path: verb };
    case 'opinion': {
      const { step, outcome, summary } = readTyped(form);
      const peer = form.has('peer');
      return { path: 'opinions', body: { step, outcome, summary, peer, verdicts: readVerdicts(form) } };
    }
    case 'vote':
      return { path: 'votes', body: { vote: text('vote'), reason: text('reason') } };
    case 'recuse':
      return { path: 'votes', body: { vote: 'recused', reason: text('reason') } };
    case 'decide': {
      const { outcome, summary } = readTyped(form);
      const conditions = outcome === 'approved-conditional' ? readConditions(form) : [];
      return { path: 'decision', body: { outcome, summary, verdicts: readVerdicts(form), conditions } };
    }
    case 'condition':
      return { path: `conditions/${encodeURIComponent(id)}/met`, body: { shown: text('shown') } };
    case 'settle':
      return { path: 'settlement', body: { upheld: text('upheld') === 'yes', summary: text('summary') } };
    case 'comment': {
      const criterion = text('criterion');
      const remark = { pointer: text('pointer'), text: text('text') };
      return { path: 'comments', body: criterion ? { ...remark, criterion } : remark };
    }
    case 'resolve':
      return { path: `comments/${encodeURIComponent(id)}/resolve` };
    default:
      return { path: 'moves', body: { act, reason: text('reason') } };
  }
}

export async function actOnDesign({ context, id, form }: Acting) {
  const act = textOf(form, 'act');
  const { path, body } = requestOf(act, form);
  const sent = await sendApi(context, `/api/v1/designs/${encodeURIComponent(id)}/quality/${path}`, {
    ...(body === undefined ? {} : { body }),
  });
  if (!sent.ok)
    return data({ problem: sent.problem, act, typed: readTyped(form) }, { status: sent.problem.status });
  if (act.startsWith('resolve:')) return redirect(`${qualityAddressOf(id)}#comments`);
  return redirectWithMessage(context, qualityAddressOf(id), {
    key: act === 'comment' ? 'workbench.done.comment' : 'workbench.done',
  });
}

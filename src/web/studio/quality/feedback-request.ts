/** What each form of the feedback page asks of the API. Pure. */
import { readAnswers } from '../../features/feedback/questions.ts';
import { textOf } from './read-act-form.ts';

type Asked = { readonly path: string; readonly method: 'POST' | 'PUT' | 'DELETE'; readonly body?: unknown };

export function requestOf(act: string, form: FormData): Asked {
  const [verb, id = ''] = act.split(':');
  const both = (name: string) => ({ en: textOf(form, `${name}.en`), nl: textOf(form, `${name}.nl`) });
  switch (verb) {
    case 'reply':
      return { path: 'replies', method: 'POST', body: { said: both('said'), did: both('did') } };
    case 'unreply':
      return { path: `replies/${encodeURIComponent(id)}`, method: 'DELETE' };
    case 'reading':
      return {
        ...{ path: 'reading', method: 'PUT' },
        body: { answers: readAnswers(form), text: textOf(form, 'text') },
      };
    default: {
      const [kind, receivedOn, note] = ['kind', 'receivedOn', 'note'].map((name) => textOf(form, name));
      return { path: 'complaints', method: 'POST', body: { kind, receivedOn, note } };
    }
  }
}

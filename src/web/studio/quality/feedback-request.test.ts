import { expect, test } from 'vitest';
import { requestOf } from './feedback-request.ts';

function fill(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('a reading names the answers that were chosen, and no field beside them', () => {
  const form = fill({ 'answer.level': '3', 'answer.load': 'x', text: ' Sound. ', act: 'reading' });
  expect(requestOf('reading', form)).toEqual({
    path: 'reading',
    method: 'PUT',
    body: { answers: { level: 3 }, text: 'Sound.' },
  });
});

test('a reply goes out in both languages, also where one was left empty', () => {
  const form = fill({ 'said.en': 'Long.', 'did.en': 'Shorter.' });
  expect(requestOf('reply', form).body).toEqual({
    said: { en: 'Long.', nl: '' },
    did: { en: 'Shorter.', nl: '' },
  });
});

test('a reply is withdrawn by its id, whatever that is', () => {
  expect(requestOf('unreply:a/b', fill({}))).toEqual({ path: 'replies/a%2Fb', method: 'DELETE' });
});

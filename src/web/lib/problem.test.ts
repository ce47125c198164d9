import { describe, expect, test } from 'vitest';
import { decodeMessage, encodeMessage } from './flash.ts';
import { faultsByField, parseProblem } from './problem.ts';

describe('a refusal of the API', () => {
  test('names the faulty fields, and the first message of a field counts', () => {
    const problem = parseProblem(
      JSON.stringify({
        type: 'https://waarmerk.example/problems/invalid',
        title: 'Invalid',
        errors: [
          { pointer: '#/recipients/0/email', detail: 'It has no ending' },
          { pointer: '/recipients/0/email', detail: 'It is too long' },
        ],
      }),
      422,
    );
    expect(faultsByField(problem)).toEqual({ 'recipients.0.email': 'It has no ending' });
    expect(problem.status).toBe(422);
  });

  test.each(['', '<html>', '[]', 'null', '{"errors":[1,{"detail":2}],"title":7}'])(
    'that is no problem document is still shown: %s',
    (text) => {
      expect(parseProblem(text, 502)).toEqual({ type: 'about:blank', title: '', status: 502, errors: [] });
    },
  );
});

describe('the message for the next page', () => {
  const texts = { 'backpack.shared': 'Shared', 'award.waiting_one': '…' };

  test('survives its cookie, plural keys too', () => {
    const message = { key: 'award.waiting' as const, values: { count: 3, time: '15:02' } };
    expect(decodeMessage(encodeMessage(message), texts)).toEqual(message);
  });

  test.each([
    '%',
    'null',
    '{}',
    encodeURIComponent('{"key":"<b>you won</b>"}'),
    encodeURIComponent('{"key":"constructor"}'),
  ])('is dropped when it names no text of ours: %s', (cookie) => {
    expect(decodeMessage(cookie, texts)).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { createFixedClock } from '../platform/clock.ts';
import { openKeptPages, readKeptAddress } from './kept-pages.ts';

const publicId = 'abcdefghjkmnpqrstvwxyz0123';

function open() {
  const clock = createFixedClock('2026-11-21T10:00:00Z');
  let stamp: string | undefined = 'one';
  let made = 0;
  const pages = openKeptPages({ clock, findPageStamp: async () => stamp });
  const ask = async (nonce: string, { name = 'en', status = 200 } = {}) => {
    const mine = { script: `script-${nonce}`, style: `style-${nonce}` };
    const page = await pages.give({ publicId, name }, async () => {
      made += 1;
      const html = `<i nonce="${mine.script}">${made}</i><b nonce="${mine.style}"></b>`;
      return { response: new Response(html, { status }), nonce: mine };
    });
    return page instanceof Response ? await page.text() : page.html(mine);
  };
  return { ask, clock, become: (other: string | undefined) => (stamp = other) };
}

it('a page is made once, and each answer has a nonce of its own', async () => {
  const { ask } = open();
  expect(await ask('a')).toBe('<i nonce="script-a">1</i><b nonce="style-a"></b>');
  expect(await ask('b')).toBe('<i nonce="script-b">1</i><b nonce="style-b"></b>');
});

it('in another language it is another page', async () => {
  const { ask } = open();
  await ask('a');
  expect(await ask('a', { name: 'nl' })).toContain('>2<');
});

it.each<[string, string | undefined]>([
  ['changed', 'two'],
  ['taken private', undefined],
])('what was %s a moment ago is seen at once', async (_, stamp) => {
  const { ask, become } = open();
  await ask('a');
  become(stamp);
  expect(await ask('a')).toContain('>2<');
});

it('a page of nothing is never kept', async () => {
  const { ask, become } = open();
  become(undefined);
  await ask('a', { status: 404 });
  expect(await ask('a', { status: 404 })).toContain('>2<');
  become('one');
  await ask('a', { status: 500 });
  expect(await ask('a')).toContain('>4<');
});

it('after five seconds a page is made anew, for names and days change too', async () => {
  const { ask, clock } = open();
  await ask('a');
  clock.advance(5_000);
  expect(await ask('a')).toContain('>2<');
});

it('only the addresses that a badge itself links to are kept', () => {
  expect(readKeptAddress('GET', `/c/${publicId}`)).toBe(publicId);
  expect(readKeptAddress('GET', `/c/${publicId}?view=full&lang=nl`)).toBe(publicId);
  for (const address of [`/c/${publicId}?x=1`, `/c/${publicId}/card.png`, `/c/${publicId}.json`, '/c/abc'])
    expect(readKeptAddress('GET', address)).toBeUndefined();
  expect(readKeptAddress('POST', `/c/${publicId}`)).toBeUndefined();
});

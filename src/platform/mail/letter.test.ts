import { describe, expect, test } from 'vitest';
import type { LetterContent } from './letter.ts';
import { renderLetter } from './letter.ts';

const letter: LetterContent = {
  language: 'nl',
  preheader: 'Leergang Digitaal Leiderschap, 10 EC',
  sender: { name: 'Rijksuniversiteit Groningen', unit: 'Campus Fryslân' },
  ink: '#0c5a63',
  heading: 'U hebt een microcredential ontvangen',
  paragraphs: ['Beste Sanne Visser,', 'U hebt de Leergang Digitaal Leiderschap afgerond.'],
  card: {
    title: 'Leergang Digitaal Leiderschap',
    lines: ['Microcredential · EQF 7 · 10 EC', 'Toegekend op 20 november 2026'],
    image: { source: 'cid:mark', alt: 'Waarmerk van de leergang' },
  },
  button: { label: 'Bekijken en ophalen', url: 'https://waarmerk.example/claim/x?a=1&b=2' },
  closing: ['U hoeft zich niet te haasten: ophalen kan altijd.', 'Met vriendelijke groet,\nMicrocredentials'],
  footer: [
    {
      title: 'Waarom krijg ik dit bericht?',
      text: 'U gaf dit adres op.',
      link: { label: 'Niet voor u bestemd?', url: 'https://waarmerk.example/not-me' },
    },
    { title: 'Vragen?', text: 'Antwoord op dit bericht.' },
  ],
};

const wordsOf = (html: string) =>
  html
    .replace(/<head>.*<\/head>|<!--.*?-->|<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&');

describe('a letter', () => {
  test('says the same words in both its parts', async () => {
    const { html, text } = await renderLetter(letter);
    const shown = wordsOf(html);
    for (const words of [
      ...[letter.sender.name, letter.sender.unit, letter.heading, ...letter.paragraphs],
      ...[letter.card?.title, ...(letter.card?.lines ?? []), letter.button?.label],
      ...(letter.closing ?? []).flatMap((paragraph) => paragraph.split('\n')),
      ...letter.footer.flatMap(({ title, text: sentence, link }) => [title, sentence, link?.label]),
    ]) {
      if (words === undefined) continue;
      expect(shown).toContain(words);
      expect(text).toContain(words);
    }
    expect(text).toContain('https://waarmerk.example/claim/x?a=1&b=2');
    expect(text).not.toMatch(/[<>]|&amp;/);
  });

  test('has a language, one heading, one button, one picture with words, and no more', async () => {
    const { html } = await renderLetter(letter);
    expect(html).toMatch(/<html[^>]* lang="nl"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain('alt="Waarmerk van de leergang"');
    expect(html.match(/href="https:\/\/waarmerk\.example\/claim/g)).toHaveLength(1);
  });

  test('fetches nothing: no web font, no pixel, no script', async () => {
    const { html } = await renderLetter({ ...letter, card: { title: 'x', lines: [] } });
    expect(html).not.toMatch(/<img|<script|@import|<link|fonts\.googleapis|url\(/i);
  });

  test('keeps hostile words as words', async () => {
    const hostile =
      '"><script>alert(1)</script><mj-include path="/etc/passwd"/>\'&amp;{{x}}<img src=x onerror=y>';
    const { html, text } = await renderLetter({
      language: hostile,
      preheader: hostile,
      sender: { name: hostile, unit: hostile },
      heading: hostile,
      paragraphs: [hostile],
      card: { title: hostile, lines: [hostile], image: { source: 'https://w.example/a.png', alt: hostile } },
      button: { label: hostile, url: 'https://w.example/"onclick="x' },
      closing: [hostile],
      footer: [{ title: hostile, text: hostile, link: { label: hostile, url: 'https://w.example/' } }],
    });
    expect(html).not.toMatch(/<script|<mj-|<img src=x|root:/);
    expect(html).not.toMatch(/<[^>]+\sonclick=/);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(text).toContain('<script>alert(1)</script>');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example/', 'no address', ''])(
    'never points to %j',
    async (url) => {
      const image = { source: url, alt: '' };
      await expect(renderLetter({ ...letter, button: { label: 'x', url } })).rejects.toThrow('may not point');
      await expect(renderLetter({ ...letter, card: { title: '', lines: [], image } })).rejects.toThrow(
        'may not point',
      );
    },
  );

  test('takes no ink that is more than a colour', async () => {
    await expect(renderLetter({ ...letter, ink: '#fff;background:url(x)' })).rejects.toThrow('#rrggbb');
  });
});

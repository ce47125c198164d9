/** What every registered format must do. `formats.test.ts` runs it for each line of the registry. */
import { expect, it } from 'vitest';
import { bakePng, readPng } from './baking/png.ts';
import { bakeSvg, readSvg } from './baking/svg.ts';
import { tinyPng } from './baking/tiny-png.ts';
import { detectText } from './detect.ts';
import type { Format } from './format.ts';
import { listSelectableParts } from './ob3/selectable-parts.ts';
import {
  AT,
  bareFacts,
  compression,
  credentialFacts,
  crypto,
  issue,
  verifyDeps,
  versionFacts,
} from './testing.ts';
import { sayIn } from './texts.ts';

export function describeFormat(format: Format): void {
  it('keeps the shape of its standard', async () => {
    const { document } = await format.compose(credentialFacts, crypto);
    expect(format.checkConformance(document)).toEqual({ conforms: true });
    expect(format.checkConformance({ ...document, type: ['Nothing'] })).toMatchObject({ conforms: false });
  });

  it('holds neither null nor an empty list, in the fullest and in the barest award', async () => {
    for (const facts of [credentialFacts, bareFacts(credentialFacts)]) {
      const { document } = await format.compose(facts, crypto);
      expect(listEmptyMembers(document, '')).toEqual([]);
      expect(format.checkConformance(document)).toEqual({ conforms: true });
    }
  });

  it.each(['en', 'nl'])('gives the facts back in %s', async (language) => {
    const facts = { ...credentialFacts, language };
    const document = format.open(await issue(format, facts));
    const definition = format.composeDefinition(versionFacts, language);
    // A hosted format names its definition by URL; the reader gets it as the URL would give it.
    const whole = typeof document.badge === 'string' ? { ...document, badge: definition } : document;
    const summary = format.read(whole);
    const { content } = facts.version;
    expect(summary.title).toBe(content.title[language]);
    expect(summary.description).toBe(content.description[language]);
    expect(summary.awardedDate).toBe(facts.awardedDate);
    expect(summary.validUntil).toBe(facts.validUntil);
    expect(summary.narrative).toBe(facts.narrative);
    expect(summary.evidence).toEqual(facts.evidence);
    expect(summary.image?.url).toBe(facts.version.image.url);
    expect(summary.tags).toEqual(content.tags);
    for (const outcome of content.outcomes) expect(summary.outcomes).toContain(sayIn(outcome.text, language));
    const topics = summary.criteria.map((section) => section.topic);
    expect(topics).toEqual([
      'outcomes',
      'assessments',
      'pass-rule',
      'workload',
      'prerequisites',
      'audience',
      'instruction-languages',
      'programme',
      'quality-assurance',
      'stackability',
      'partners',
      'validity',
      'further-information',
    ]);
    const elements = new Set(summary.alignments.map((alignment) => alignment.element));
    for (const element of [
      'assessment-type',
      'participation',
      'supervision',
      'quality-assurance',
      'credit-system',
      'eqf-level',
      'nqf-level',
      'ehea-cycle',
      'field',
    ] as const) {
      expect(elements).toContain(element);
    }
    expect(summary.alignments.filter((one) => one.framework === 'ESCO').map((one) => one.name)).toEqual([
      'lead change',
      'digital transformation',
    ]);
    expect(summary.recipient.identifiers).toContainEqual(
      expect.objectContaining({ type: 'emailAddress', hashed: true, salt: facts.holder.salt }),
    );
    expect(JSON.stringify(document)).not.toContain('soren@example.org');
  });

  it('is recognised for what it is', async () => {
    expect(detectText(await issue(format, credentialFacts))).toMatchObject({
      kind: 'document',
      format: format.readAs ?? format.id,
    });
  });

  it('comes out of a picture as it went in', async () => {
    const text = await issue(format, credentialFacts);
    const keyword = format.id.startsWith('ob2') ? 'openbadges' : 'openbadgecredential';
    expect(await readPng(compression, bakePng(tinyPng, { keyword, text }))).toEqual({ keyword, text });
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', { keyword, text });
    expect(readSvg(svg)).toEqual({ keyword, text });
  });

  it('says what it cannot say', () => {
    const omitted = format.omissions(versionFacts.content);
    expect(omitted).toContainEqual({ element: 'languages', reason: 'one-language' });
    expect(omitted).toContainEqual({ element: 'passRule', reason: 'text-only' });
    const { passRule: _, ...without } = versionFacts.content;
    expect(format.omissions(without)).not.toContainEqual({ element: 'passRule', reason: 'text-only' });
  });

  const { verify } = format;
  if (!verify) return;

  it('verifies, and embeds the definition exactly as it was frozen', async () => {
    const frozen = { ...format.composeDefinition(versionFacts, 'en'), humanCode: 'as it was published' };
    const shown = await show(format, await issue(format, credentialFacts, frozen));
    expect(await verify(verifyDeps, shown, { at: AT })).toMatchObject({ outcome: 'passed' });
    expect(format.open(shown).credentialSubject).toMatchObject({ achievement: frozen });
  });

  it('is unchecked while the issuer cannot be reached, and refused when the issuer knows no such key', async () => {
    const shown = await show(format, await issue(format, credentialFacts));
    const ask = (because: 'unavailable' | 'not-found' | 'not-authorized') =>
      verify({ crypto, resolveMethod: () => ({ found: false, because }) }, shown, { at: AT });
    expect(await ask('unavailable')).toMatchObject({ outcome: 'not-checked', reason: 'key-unavailable' });
    expect(await ask('not-found')).toMatchObject({ outcome: 'failed', reason: 'key-not-found' });
    expect(await ask('not-authorized')).toMatchObject({ outcome: 'failed', reason: 'key-not-authorized' });
  });

  const { derive } = format;
  if (!derive) return;

  it('proves nothing to others until its holder derives from it what they show', async () => {
    const secured = await issue(format, credentialFacts);
    expect(await verify(verifyDeps, secured, { at: AT })).toMatchObject({ outcome: 'not-checked' });
    const least = await derive({ crypto }, secured, []);
    expect(await verify(verifyDeps, least, { at: AT })).toMatchObject({ outcome: 'passed' });
    expect(format.checkConformance(format.open(least))).toEqual({ conforms: true });
    expect(format.read(format.open(least)).recipient.identifiers).toEqual([]);
    expect(least).not.toContain(credentialFacts.holder.name);
  });
}

/** As its holder hands it on, with all of its parts. */
async function show(format: Format, secured: string): Promise<string> {
  const parts = listSelectableParts(format.open(secured)).flatMap(({ pointers }) => pointers);
  return (await format.derive?.({ crypto }, secured, parts)) ?? secured;
}

function listEmptyMembers(value: unknown, path: string): readonly string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, member]) =>
    listEmptyMembers(member, `${path}/${key}`),
  );
}

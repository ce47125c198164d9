/** The demo's Guide: written as people write, one file a language, a section for each thing that criteria cite. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GuideSection, guideInputSchema, publishGuide } from '../../features/quality/index.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { at, whoMay } from './load-quality.ts';

const INSTITUTION = 'university-of-groningen';

/** What the first version did not yet have. */
const LATER = ['feedback', 'stacking'];
const VERSIONS = [
  { on: '2025-09-01', without: LATER },
  { on: '2026-06-01', without: [] },
] as const;

export async function loadGuide(deps: Deps, cast: DemoCast): Promise<void> {
  const officer = whoMay(cast, INSTITUTION, 'designs.assure');
  const sections = readDemoGuide();
  for (const [from, { on, without }] of VERSIONS.entries())
    await publishGuide(at(deps, on), officer, {
      from,
      sections: sections.filter(({ code }) => !(without as readonly string[]).includes(code)), // its members are literals
    });
}

/** Both languages have the same sections in the same order. */
export function readDemoGuide(): GuideSection[] {
  const [en, nl] = [readLanguage('en'), readLanguage('nl')];
  const sections = en.map(({ code, title, text }, position) => {
    const dutch = nl[position];
    if (dutch?.code !== code) throw new Error(`the Dutch Guide of the demo lacks ${code}`);
    return { code, title: { en: title, nl: dutch.title }, text: { en: text, nl: dutch.text } };
  });
  return guideInputSchema.parse({ from: 0, sections }).sections;
}

/** `# code: Title`, and its text until the next. */
function readLanguage(language: 'en' | 'nl') {
  const file = readFileSync(join(import.meta.dirname, 'content', `guide.${language}.md`), 'utf8');
  return file
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [, code = '', title = '', text = ''] = /^([\w-]+): (.+)\n([\s\S]*)$/.exec(section) ?? [];
      return { code, title, text: text.trim() };
    });
}

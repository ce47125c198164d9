import type { RouterContextProvider } from 'react-router';
import { frameworksSchema, goneSchema, hitsSchema } from '../../../features/frameworks/frameworks.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi } from '../../lib/api.ts';
import { alignmentsOf } from './align.ts';
import type { GoneSkill } from './section-props.ts';

type Context = Readonly<RouterContextProvider>;

const MAX_WORDS = 200;

/** A search for a skill, when the address asks for one: for what, with which words, and what was found. */
export async function loadFinding(context: Context, content: DesignContent, url: URL) {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const target = asked('for');
  if (alignmentsOf(content, target) === undefined) return undefined;
  const { frameworks } = await readApi(context, '/api/v1/frameworks', frameworksSchema);
  const words = asked('q').trim().slice(0, MAX_WORDS);
  const framework = frameworks.find(({ id }) => id === asked('framework'))?.id;
  const query = addQuery('/api/v1/frameworks/search', '', { q: words, framework });
  const found = words === '' ? { hits: [], more: false } : await readApi(context, query, hitsSchema);
  return { target, words, framework: framework ?? '', frameworks, ...found };
}

/** Skills of this design that their framework no longer has. */
export async function loadGone(context: Context, content: DesignContent): Promise<readonly GoneSkill[]> {
  const aligned = [...content.outcomes.flatMap((one) => one.alignments ?? []), ...(content.skills ?? [])];
  if (aligned.length === 0) return [];
  return (await readApi(context, '/api/v1/frameworks/gone', goneSchema)).gone;
}

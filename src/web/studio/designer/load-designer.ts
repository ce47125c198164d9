/** What the designer's page needs, for its loader and for its parts. */
import type { RouterContextProvider } from 'react-router';
import { designSchema, tagsSchema } from '../../../features/designs/designs.schema.ts';
import { ownInstitutionSchema } from '../../../features/institutions/institutions.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { mayAct } from '../../lib/session.ts';
import { findQuality } from '../quality/find-quality.ts';
import { loadFinding, loadGone } from './load-finding.ts';
import { isSection } from './sections.ts';

type Context = Readonly<RouterContextProvider>;

export async function readDesign(context: Context, id: string) {
  const { content, ...design } = await readApi(
    context,
    `/api/v1/designs/${encodeURIComponent(id)}`,
    designSchema,
  );
  return { ...design, content: content as DesignContent }; // the API stored it by parseContent()
}

export async function loadDesigner(context: Context, id: string, url: URL) {
  const { session } = context.get(appContext);
  const asked = url.searchParams.get('section');
  const design = await readDesign(context, id);
  const { units, name } = await readApi(context, '/api/v1/institution', ownInstitutionSchema);
  const mayWrite = mayAct(session, 'designs.write') && !design.retired;
  const { tags } = await readApi(context, '/api/v1/tags', tagsSchema);
  return {
    design,
    /** Absent for what stands outside of every framework. */
    quality: design.kind === 'edubadge' ? undefined : await findQuality(context, id),
    tags: tags.map(({ id, name: words }) => ({ id, name: words })),
    mayTag: mayAct(session, 'designs.write'),
    institution: { units, name },
    section: isSection(asked) ? asked : ('summary' as const),
    /** Absent unless a skill is looked for. */
    finding: mayWrite ? await loadFinding(context, design.content, url) : undefined,
    gone: await loadGone(context, design.content),
    mayWrite,
    mayPublish: mayAct(session, 'designs.publish') && !design.retired,
    justPublished: Number(url.searchParams.get('published') ?? 0),
  };
}

export type DesignerData = Awaited<ReturnType<typeof loadDesigner>>;

/** Where a new design comes from: a template, an own design, one of the catalogue. Nobody starts from a blank form. */
import type { RouterContextProvider } from 'react-router';
import { catalogueDesignSchema } from '../../features/catalogue/catalogue.schema.ts';
import { designSchema } from '../../features/designs/designs.schema.ts';
import type { Dossier } from '../../features/quality/dossier.schema.ts';
import type { DesignContent, Language } from '../../formats/facts.ts';
import { findApi, sendApi } from '../lib/api.ts';
import type { Problem } from '../lib/problem.ts';
import { findQuality } from './quality/find-quality.ts';
import { findTemplate } from './templates/templates.ts';

type Context = Readonly<RouterContextProvider>;

export type Source = { readonly content: DesignContent; readonly dossier: Dossier | undefined };

/** `template:case-report`, `design:{id}`, `catalogue:{id}`; undefined for nothing that is there. */
export async function readSource(context: Context, from: string): Promise<Source | undefined> {
  const [house = '', id = ''] = from.split(':');
  if (house === 'template') return findTemplate(id);
  if (house === 'design') {
    const found = await findApi(context, `/api/v1/designs/${encodeURIComponent(id)}`, designSchema);
    const quality = found && (await findQuality(context, id));
    return found && { content: found.content as DesignContent, dossier: quality?.dossier }; // stored by parseContent()
  }
  if (house !== 'catalogue') return undefined;
  const found = await findApi(
    context,
    `/api/v1/catalogue/designs/${encodeURIComponent(id)}`,
    catalogueDesignSchema,
  );
  return found && { content: found.content as DesignContent, dossier: undefined }; // as above
}

type Begun = {
  readonly kind: DesignContent['kind'];
  readonly title: string;
  readonly defaultLanguage: Language;
};

/** The content under its new name. What only the source can say of itself stays behind. Pure. */
export function adaptContent(source: DesignContent, { kind, title, defaultLanguage }: Begun): DesignContent {
  const { partners: _partners, accreditations: _accreditations, ...kept } = source;
  return { ...kept, kind, defaultLanguage, title: { ...source.title, [defaultLanguage]: title } };
}

/** People and days belong to one design alone. Pure. */
export function adaptDossier(source: Dossier): Dossier {
  const { delivery: _, ...kept } = source;
  return { ...kept, team: [] };
}

/** @returns the refusal, when one of the two could not be saved */
export async function fillFrom(
  context: Context,
  id: string,
  source: Source,
  begun: Begun,
): Promise<Problem | undefined> {
  const design = `/api/v1/designs/${encodeURIComponent(id)}`;
  const draft = await sendApi(context, `${design}/draft`, {
    method: 'PUT',
    body: { revision: 1, content: adaptContent(source.content, begun), partnerUnits: [] },
  });
  if (!draft.ok) return draft.problem;
  if (!source.dossier) return undefined;
  const dossier = await sendApi(context, `${design}/dossier`, {
    method: 'PUT',
    body: { revision: 0, dossier: adaptDossier(source.dossier) },
  });
  return dossier.ok ? undefined : dossier.problem;
}

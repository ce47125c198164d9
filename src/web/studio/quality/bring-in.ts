/** A file that is brought in: a whole design with its dossier, or the table of outcomes, assessments and matrix. */
import { data, type RouterContextProvider } from 'react-router';
import type { DesignContent } from '../../../formats/facts.ts';
import { type Sent, sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { dossierAddressOf } from './addresses.ts';
import { readDesignFile } from './design-file.ts';
import { loadQuality, type QualityData } from './load-quality.ts';
import { applyMatrixTable } from './matrix-table.ts';
import { textOf } from './read-act-form.ts';
import { readTable } from './read-table.ts';

type Context = Readonly<RouterContextProvider>;
type Bringing = { readonly context: Context; readonly id: string; readonly form: FormData };

/** More than any design has; a larger file is something else. */
const MAX_BYTES = 1_000_000;

export async function bringIn({ context, id, form }: Bringing) {
  const saved = await loadQuality(context, id);
  const file = form.get('file');
  const here = dossierAddressOf(id, 'files');
  if (!(file instanceof File) || file.size === 0 || file.size > MAX_BYTES)
    return redirectWithMessage(context, here, { key: 'workbench.files.unreadable' });
  const text = await file.text();
  const bring = textOf(form, 'act') === 'bring-matrix' ? bringMatrix : bringDesign;
  const sent = await bring(context, saved, form, text);
  if (!sent) return redirectWithMessage(context, here, { key: 'workbench.files.unreadable' });
  if (!sent.ok) return data({ problem: sent.problem, typed: undefined }, { status: sent.problem.status });
  return redirectWithMessage(context, here, { key: 'workbench.files.brought' });
}

type Bring = (
  context: Context,
  saved: QualityData,
  form: FormData,
  text: string,
) => Promise<Sent | undefined>;

const bringDesign: Bring = async (context, saved, form, text) => {
  const read = readDesignFile(text);
  if (!read) return undefined;
  // The kind was chosen when the design began; a file does not change it.
  const draft = await saveDraft(context, saved, form, { ...read.content, kind: saved.design.content.kind });
  if (!draft.ok) return draft;
  return await sendApi(context, `/api/v1/designs/${saved.design.id}/dossier`, {
    method: 'PUT',
    body: { revision: Number(textOf(form, 'revision')), dossier: read.dossier },
  });
};

const bringMatrix: Bring = async (context, saved, form, text) => {
  const content = applyMatrixTable(saved.design.content, readTable(text));
  return content && (await saveDraft(context, saved, form, content));
};

function saveDraft(
  context: Context,
  { design }: QualityData,
  form: FormData,
  content: DesignContent,
): Promise<Sent> {
  return sendApi(context, `/api/v1/designs/${design.id}/draft`, {
    method: 'PUT',
    body: {
      revision: Number(textOf(form, 'contentRevision')),
      content,
      partnerUnits: design.partnerUnitSlugs,
    },
  });
}

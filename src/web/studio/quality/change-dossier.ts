/** What the forms of the dossier do; every one of them ends on a page with an address. */
import { data, type RouterContextProvider, redirect } from 'react-router';
import { type Dossier, dossierSchema } from '../../../features/quality/dossier.schema.ts';
import { sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { hasShape } from '../../lib/has-shape.ts';
import type { Problem } from '../../lib/problem.ts';
import { languagesOf } from '../designer/languages.ts';
import { dossierAddressOf } from './addresses.ts';
import { composeOutcome, takeOver } from './compose-outcome.ts';
import { type DossierSectionId, dossierSectionIds } from './dossier-sections.ts';
import { loadQuality, type QualityData } from './load-quality.ts';
import { loadStaff } from './load-staff.ts';
import { nameRecorded } from './name-recorded.ts';
import { withVerb } from './observable-verbs.ts';
import { textOf } from './read-act-form.ts';
import { applyDossierForm } from './read-dossier-form.ts';
import { withoutRow } from './without-row.ts';

export type DossierChange = {
  readonly context: Readonly<RouterContextProvider>;
  readonly id: string;
  readonly section: DossierSectionId;
  readonly form: FormData;
};

/** A refusal, with what was typed: nobody types it twice. */
function refuse(problem: Problem, typed: Dossier | undefined) {
  return data({ problem, typed }, { status: problem.status });
}

export async function changeDossier(change: DossierChange) {
  const { context, id, section, form } = change;
  const saved = await loadQuality(context, id);
  const act = textOf(form, 'act');
  const [verb = '', target = ''] = act.split(':');
  const written = applyDossierForm(saved.quality.dossier, section, form);
  const { qualifications } = await loadStaff(context, section);
  const isOurs = hasShape(dossierSchema, written);
  const typed = isOurs ? applyAct(saved, nameRecorded(written, qualifications), act, form) : written;
  const sent = await sendApi(context, `/api/v1/designs/${encodeURIComponent(id)}/dossier`, {
    method: 'PUT',
    body: { revision: Number(textOf(form, 'revision')), dossier: typed },
  });
  if (!sent.ok) return refuse(sent.problem, isOurs ? typed : undefined);
  const here = dossierAddressOf(id, section);
  if (verb === 'take') return await takeSentence(change, saved, typed, target);
  if (verb === 'add') return redirect(`${here}&spare=${readSpare(form) + 1}#spare`);
  if (verb === 'remove') return redirect(here);
  if (verb === 'verb') return redirect(`${here}#row-${target}`);
  const next = dossierSectionIds[dossierSectionIds.indexOf(section) + 1];
  return redirectWithMessage(context, act === 'save-next' && next ? dossierAddressOf(id, next) : here, {
    key: 'studio.saved',
  });
}

function applyAct({ design }: QualityData, dossier: Dossier, act: string, form: FormData): Dossier {
  const [verb, target = '', row = ''] = act.split(':');
  if (verb === 'remove') return withoutRow(dossier, target, row);
  if (verb !== 'verb') return dossier;
  return withVerb(dossier, target, textOf(form, `pick.${target}`), languagesOf(design.content));
}

/** The sentence becomes the text of the outcome in the design; the dossier was saved before. */
async function takeSentence(
  change: DossierChange,
  { design }: QualityData,
  dossier: Dossier,
  outcome: string,
) {
  const { context, id, section, form } = change;
  const languages = languagesOf(design.content);
  const here = `${dossierAddressOf(id, section)}#row-${outcome}`;
  if (Object.keys(composeOutcome(dossier.outcomes[outcome], languages)).length === 0)
    return redirectWithMessage(context, here, { key: 'workbench.take.incomplete' });
  const sent = await sendApi(context, `/api/v1/designs/${encodeURIComponent(id)}/draft`, {
    method: 'PUT',
    body: {
      revision: Number(textOf(form, 'contentRevision')),
      content: takeOver(design.content, dossier, outcome, languages),
      partnerUnits: design.partnerUnitSlugs,
    },
  });
  if (!sent.ok) return refuse(sent.problem, undefined);
  return redirectWithMessage(context, here, { key: 'workbench.take.done' });
}

function readSpare(form: FormData): number {
  return Math.min(20, Math.max(1, Number(textOf(form, 'spare')) || 1));
}

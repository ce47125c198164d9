/** What the forms of the designer do; every one of them ends on a page with an address. */
import { data, type RouterContextProvider, redirect } from 'react-router';
import { designContentSchema } from '../../../features/designs/designs.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';
import { sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { hasShape } from '../../lib/has-shape.ts';
import type { TextKey } from '../../lib/i18n.ts';
import type { Problem } from '../../lib/problem.ts';
import { addressOf } from './addresses.ts';
import {
  type AlignAct,
  addAlignment,
  parseAlignAct,
  readAlignment,
  removeAlignment,
  sectionOfTarget,
  WHOLE,
} from './align.ts';
import { withoutLanguage } from './languages.ts';
import { readDesign } from './load-designer.ts';
import { applyForm } from './read-form.ts';
import { parseRearrangement, rearrange } from './rearrange.ts';
import { nextSection, type SectionId } from './sections.ts';

export type Change = {
  readonly context: Readonly<RouterContextProvider>;
  readonly id: string;
  readonly section: SectionId;
  readonly form: FormData;
};

/** A refusal, with what was typed: nobody types it twice. */
function refuse(problem: Problem, typed?: DesignContent) {
  return data({ problem, typed }, { status: problem.status });
}

export async function changeDesign(change: Change) {
  const { form, section, id } = change;
  const act = textOf(form, 'act');
  const design = `/api/v1/designs/${encodeURIComponent(id)}`;
  const revision = Number(textOf(form, 'revision'));
  if (act === 'publish') {
    const sent = await sendApi(change.context, `${design}/publish`, { body: { revision } });
    if (!sent.ok) return refuse(sent.problem);
    const { version } = sent.body as { version: number }; // the API's 201 names it
    return redirect(`${addressOf(id, 'publish')}&published=${version}`);
  }
  if (act === 'retire') {
    const sent = await sendApi(change.context, `${design}/retire`);
    return sent.ok ? done(change, 'studio.retired', 'publish') : refuse(sent.problem);
  }
  if (act === 'image') return await changeImage(change, `${design}/image?revision=${revision}`);
  if (act === 'waarmerk') {
    const sent = await sendApi(change.context, `${design}/image?revision=${revision}`, { method: 'DELETE' });
    return sent.ok ? done(change, 'studio.image.drawn-again', 'image') : refuse(sent.problem);
  }
  if (act === 'tags') {
    const tags = form.getAll('tags').map(String);
    const sent = await sendApi(change.context, `${design}/tags`, { method: 'PUT', body: { tags } });
    return sent.ok ? done(change, 'studio.tags.tagged', section) : refuse(sent.problem);
  }
  return await saveContent(change, act, section);
}

async function saveContent(change: Change, act: string, section: SectionId) {
  const { context, form, id } = change;
  const saved = await readDesign(context, id);
  const aligning = parseAlignAct(act);
  const typed = readTyped(saved.content, change, act);
  const isOurs = hasShape(designContentSchema, typed);
  const asked = isOurs ? parseRearrangement(act) : undefined;
  const { content, focus } = asked ? rearrange(typed, asked) : { content: typed, focus: undefined };
  const sent = await sendApi(context, `/api/v1/designs/${encodeURIComponent(id)}/draft`, {
    method: 'PUT',
    body: {
      revision: Number(textOf(form, 'revision')),
      content,
      partnerUnits: section === 'partners' ? form.getAll('partnerUnits').map(String) : saved.partnerUnitSlugs,
    },
  });
  if (!sent.ok) return refuse(sent.problem, isOurs ? typed : undefined);
  if (aligning) return goOnAligning(change, aligning);
  if (asked) return redirect(`${addressOf(id, section)}${focus ? `#row-${focus}` : ''}`);
  return done(change, 'studio.saved', act === 'save-next' ? (nextSection(section) ?? section) : section);
}

/** What was found is on a page of its own, which says nothing of the rest. */
function readTyped(saved: DesignContent, { section, form }: Change, act: string): DesignContent {
  if (section === 'languages') return changeLanguages(saved, act, form);
  const aligning = parseAlignAct(act);
  if (aligning?.act === 'align') return addAlignment(saved, aligning.target, readAlignment(form));
  const typed = applyForm(saved, section, form);
  return aligning?.act === 'unalign' ? removeAlignment(typed, aligning.target, aligning.at) : typed;
}

function goOnAligning(change: Change, { act, target }: AlignAct) {
  const here = addressOf(change.id, sectionOfTarget(target));
  if (act === 'find') return redirect(`${here}&for=${target}#find`);
  const row = target === WHOLE ? 'content.skills' : `row-${target}`;
  if (act === 'unalign') return redirect(`${here}#${row}`);
  return redirectWithMessage(change.context, `${here}#${row}`, { key: 'skills.added' });
}

function changeLanguages(content: DesignContent, act: string, form: FormData): DesignContent {
  if (act.startsWith('remove-language:'))
    return withoutLanguage(content, act.slice('remove-language:'.length));
  if (act === 'add-language') {
    const language = textOf(form, 'language').toLowerCase();
    return { ...content, title: { ...content.title, [language]: textOf(form, 'title') } };
  }
  return { ...content, defaultLanguage: textOf(form, 'defaultLanguage') || content.defaultLanguage };
}

async function changeImage(change: Change, path: string) {
  const file = change.form.get('image');
  if (!(file instanceof File) || file.size === 0) return redirect(addressOf(change.id, 'image'));
  // The server looks at the bytes and not at what the browser calls them.
  const sent = await sendApi(change.context, path, {
    method: 'PUT',
    body: new Uint8Array(await file.arrayBuffer()),
    headers: { 'content-type': 'application/octet-stream' },
  });
  return sent.ok ? done(change, 'studio.image.uploaded', 'image') : refuse(sent.problem);
}

function done({ context, id }: Change, key: TextKey, section: SectionId) {
  return redirectWithMessage(context, addressOf(id, section), { key });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

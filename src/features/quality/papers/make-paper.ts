import { readFileSync } from 'node:fs';
import type { Tx } from '../../../database/index.ts';
import { notFound } from '../../../platform/problem.ts';
import { type TypesetPdf, TypesettingRefusal } from '../../../platform/typesetting/index.ts';
import type { Actor } from '../../audit/index.ts';
import { type Design, describeDesigns, findDesign, placeOf } from '../../designs/index.ts';
import { findInstitution, type Institution, requirePermission } from '../../institutions/index.ts';
import type { Cycle } from '../cycle.ts';
import { listCycles, lockNewestCycle } from '../cycles.store.ts';
import { findHandedIn } from '../find-handed-in.ts';
import { judgeDraft } from '../judge-draft.ts';
import { listAgenda } from '../meetings.store.ts';
import type { QualityDeps } from '../open-way.ts';
import { getMeeting } from '../present-meeting.ts';
import { papersBusy, papersUnavailable } from '../quality.problems.ts';
import { findRules } from '../rules.ts';
import { showReview } from '../show-review.ts';
import { composeDesignPaper } from './compose-design.ts';
import { composeMinutesSections } from './compose-minutes.ts';
import { composeHead, composePackSections, type HandedIn, type PaperKind } from './compose-pack.ts';
import { composeReviewSections } from './compose-review.ts';
import type { Paper, PaperLanguage } from './paper.ts';
import { type Voice, voiceIn } from './paper-words.ts';
import { reviewWordsIn } from './review-words.ts';
import { splitInstant } from './split-instant.ts';

export type PaperDeps = QualityDeps & { readonly typeset: TypesetPdf };

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');

/**
 * A meeting on paper. Made on request and kept nowhere.
 *
 * @throws Problem 501 where the system has no Typst, 503 when too many are asked for at once
 */
export async function makePaper(
  deps: PaperDeps,
  actor: Actor,
  input: { readonly meeting: string; readonly kind: PaperKind; readonly language: PaperLanguage | undefined },
): Promise<Uint8Array> {
  const meeting = await getMeeting(deps, actor, input.meeting);
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  const { institution, handedIn } = await deps.database.asInstitution(institutionId, async (tx) => ({
    institution: await findInstitution(tx, institutionId),
    handedIn: input.kind === 'pack' ? await readHandedIn(tx, meeting.id, deps.clock.now()) : new Map(),
  }));
  return await typeset(deps, institution, input.language, (voice) => ({
    ...composeHead(voice, input.kind, meeting),
    sections:
      input.kind === 'pack'
        ? composePackSections(voice, meeting, handedIn)
        : composeMinutesSections(voice, meeting),
  }));
}

/**
 * One design on paper, exactly as it was handed in last, for whoever judges it.
 *
 * @throws Problem 404 where nothing was handed in yet, 501 and 503 as for a meeting
 */
export async function makeDesignPaper(
  deps: PaperDeps,
  actor: Actor,
  input: { readonly design: string; readonly language: PaperLanguage | undefined },
): Promise<Uint8Array> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  const found = await deps.database.asWorker(institutionId, async (tx) => {
    const design = await findDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.read', placeOf(design));
    const cycle = await lockNewestCycle(tx, design.id);
    const handedIn = cycle && (await readOne(tx, design, cycle, deps.clock.now()));
    if (!cycle || !handedIn) throw notFound();
    return { institution: await findInstitution(tx, institutionId), cycle, handedIn };
  });
  const { institution, cycle, handedIn } = found;
  return await typeset(deps, institution, input.language, (voice) =>
    composeDesignPaper(voice, { round: cycle.round, pack: cycle.pack, handedIn }),
  );
}

async function typeset(
  deps: PaperDeps,
  institution: Pick<Institution, 'name' | 'defaultLanguage'> | undefined,
  asked: PaperLanguage | undefined,
  compose: (voice: Voice) => Omit<Paper, 'language' | 'document' | 'institution'>,
): Promise<Uint8Array> {
  const language = asked ?? institution?.defaultLanguage ?? 'en';
  const voice = voiceIn(language);
  const name = voice.say(institution?.name);
  const composed = compose(voice);
  const made = splitInstant(deps.clock.now());
  const paper: Paper = {
    ...composed,
    language,
    document: { title: composed.title, author: name, made },
    institution: name,
  };
  return await deps.typeset({ template, data: paper }).catch(refuse);
}

/**
 * What a review rests on, on paper.
 *
 * @throws Problem 404 where no review began yet, 501 and 503 as above
 */
export async function makeReviewPaper(
  deps: PaperDeps,
  actor: Actor,
  input: { readonly design: string; readonly language: PaperLanguage | undefined },
): Promise<Uint8Array> {
  const { evidence, digest } = await showReview(deps, actor, { design: input.design });
  const { period, design, institution } = evidence;
  return await typeset(deps, { name: institution, defaultLanguage: 'en' }, input.language, (voice) => {
    const words = reviewWordsIn(voice.language);
    return {
      ...{ body: voice.words.body, page: voice.words.page },
      title: words.title(voice.say(design.title)),
      lead: words.lead(design.version, voice.day(period.from), voice.day(period.until)),
      sections: composeReviewSections(voice, evidence, digest),
    };
  });
}

/** By the public id of the design: exactly what was handed in, with its dossier and what the checks find in the two. */
async function readHandedIn(tx: Tx, meeting: string, at: Date): Promise<Map<string, HandedIn>> {
  const cycles = new Map((await listCycles(tx)).map((cycle) => [cycle.id, cycle]));
  const found = new Map<string, HandedIn>();
  for (const { cycleId, round } of await listAgenda(tx, meeting)) {
    const cycle = cycles.get(cycleId);
    if (cycle?.round !== round) continue;
    const [described] = await describeDesigns(tx, { ids: [cycle.designId] });
    const design = described && (await findDesign(tx, described.publicId));
    const handedIn = design && (await readOne(tx, design, cycle, at));
    if (handedIn) found.set(design.publicId, handedIn);
  }
  return found;
}

async function readOne(tx: Tx, design: Design, cycle: Cycle, at: Date): Promise<HandedIn | undefined> {
  const handedIn = await findHandedIn(tx, cycle);
  if (!handedIn) return undefined;
  const rules = await findRules(tx, design.institutionId, design.kind, at);
  const findings = await judgeDraft(tx, design, rules, handedIn);
  return { ...handedIn, findings, criteria: rules.pack.criteria };
}

function refuse(error: unknown): never {
  if (error instanceof TypesettingRefusal && error.reason === 'unavailable') throw papersUnavailable();
  if (error instanceof TypesettingRefusal && error.reason === 'too-busy') throw papersBusy();
  throw error;
}

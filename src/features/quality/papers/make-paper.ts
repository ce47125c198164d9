import { readFileSync } from 'node:fs';
import type { Tx } from '../../../database/index.ts';
import { type TypesetPdf, TypesettingRefusal } from '../../../platform/typesetting/index.ts';
import type { Actor } from '../../audit/index.ts';
import { contentOf, describeDesigns, findDesign, findProposal } from '../../designs/index.ts';
import { findInstitution, requirePermission } from '../../institutions/index.ts';
import { listCycles } from '../cycles.store.ts';
import { readDossier } from '../dossiers.store.ts';
import { judgeDraft } from '../judge-draft.ts';
import { listAgenda } from '../meetings.store.ts';
import type { QualityDeps } from '../open-way.ts';
import { getMeeting } from '../present-meeting.ts';
import { papersBusy, papersUnavailable } from '../quality.problems.ts';
import { findRules } from '../rules.ts';
import { showReview } from '../show-review.ts';
import { composeMinutesSections } from './compose-minutes.ts';
import { composeHead, composePackSections, type HandedIn, type PaperKind } from './compose-pack.ts';
import { composeReviewSections } from './compose-review.ts';
import type { Paper, PaperLanguage } from './paper.ts';
import { voiceIn } from './paper-words.ts';
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
  const language = input.language ?? institution?.defaultLanguage ?? 'en';
  const voice = voiceIn(language);
  const head = composeHead(voice, input.kind, meeting);
  const name = voice.say(institution?.name);
  const paper: Paper = {
    ...head,
    language,
    document: { title: head.title, author: name, made: splitInstant(deps.clock.now()) },
    institution: name,
    sections:
      input.kind === 'pack'
        ? composePackSections(voice, meeting, handedIn)
        : composeMinutesSections(voice, meeting),
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
  const language = input.language ?? 'en';
  const voice = voiceIn(language);
  const words = reviewWordsIn(language);
  const { period, design } = evidence;
  const name = voice.say(evidence.institution);
  const title = words.title(voice.say(design.title));
  const paper: Paper = {
    ...{ language, title, institution: name, body: voice.words.body, page: voice.words.page },
    lead: words.lead(design.version, voice.day(period.from), voice.day(period.until)),
    document: { title, author: name, made: splitInstant(deps.clock.now()) },
    sections: composeReviewSections(voice, evidence, digest),
  };
  return await deps.typeset({ template, data: paper }).catch(refuse);
}

/** By the public id of the design: exactly what was handed in, with its dossier and what the checks find in the two. */
async function readHandedIn(tx: Tx, meeting: string, at: Date): Promise<Map<string, HandedIn>> {
  const cycles = new Map((await listCycles(tx)).map((cycle) => [cycle.id, cycle]));
  const found = new Map<string, HandedIn>();
  for (const { cycleId, round } of await listAgenda(tx, meeting)) {
    const cycle = cycles.get(cycleId);
    if (!cycle?.proposalId || cycle.round !== round) continue;
    const proposal = await findProposal(tx, cycle.proposalId);
    const [described] = await describeDesigns(tx, { ids: [cycle.designId] });
    const design = described && (await findDesign(tx, described.publicId));
    if (!proposal || !design) continue;
    const content = contentOf(proposal.version);
    const rules = await findRules(tx, design.institutionId, design.kind, at);
    found.set(design.publicId, {
      content,
      dossier: (await readDossier(tx, design.id)).dossier,
      findings: await judgeDraft(tx, design, rules, content),
      criteria: rules.pack.criteria,
    });
  }
  return found;
}

function refuse(error: unknown): never {
  if (error instanceof TypesettingRefusal && error.reason === 'unavailable') throw papersUnavailable();
  if (error instanceof TypesettingRefusal && error.reason === 'too-busy') throw papersBusy();
  throw error;
}

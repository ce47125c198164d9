import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import { canonicalizeJson } from '../../formats/index.ts';
import { type Day, dayIn } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { contentOf, type Design, type DesignVersion, listVersions } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { readCauses } from './causes.ts';
import { classifyChange, listChanges } from './classify-change.ts';
import { listOpenConditions } from './conditions.ts';
import type { Cycle } from './cycle.ts';
import { listEvents } from './cycles.store.ts';
import { findDecision } from './decisions.store.ts';
import { readDossier } from './dossiers.store.ts';
import type { Evidence } from './evidence.schema.ts';
import { findEvidence, insertEvidence, type KeptEvidence } from './evidence.store.ts';
import { findChange } from './find-change.ts';
import type { HeardDeps } from './heard.ts';
import { notNow } from './quality.problems.ts';
import { resolveTeam } from './staff/resolve-team.ts';
import { listQualifications } from './staff/staff.store.ts';

type Under = { readonly tx: Tx; readonly design: Design; readonly cycle: Cycle; readonly at: Date };

/** What a review rests on, frozen as it stands now: whoever decides and whoever asks later read the same bytes. */
export async function freezeEvidence(deps: HeardDeps, under: Under): Promise<KeptEvidence> {
  const { tx, cycle, at } = under;
  const body = new TextDecoder().decode(canonicalizeJson(await gather(deps, under)));
  const digest = createHash('sha256').update(body).digest();
  const { id: cycleId, institutionId } = cycle;
  await insertEvidence(tx, { id: createUuid(), institutionId, cycleId, body, digest, madeAt: at });
  return { body, digest, madeAt: at };
}

/** What was frozen when the review began; a review from before there was any rests on what stands now. */
export async function citeEvidence(deps: HeardDeps, under: Under): Promise<string> {
  const kept = (await findEvidence(under.tx, under.cycle.id)) ?? (await freezeEvidence(deps, under));
  return kept.digest.toString('hex');
}

async function gather(deps: HeardDeps, { tx, design, cycle, at }: Under): Promise<Evidence> {
  const versions = await listVersions(tx, design.id);
  const version = versions.find(({ id }) => id === cycle.proposalId);
  const institution = await findInstitution(tx, design.institutionId);
  if (!version || !institution) throw notNow('start-review', cycle.state);
  const of = { designId: design.id, versionId: version.id };
  const { groups, complaints, replies } = await deps.hearAbout(tx, of);
  const events = await listEvents(tx, cycle.id);
  const judged = events.findLast(({ act }) => ['renew', 'decide', 'sign-off'].includes(act));
  const day = (instant: Date) => dayIn(institution.timeZone, instant);
  const content = contentOf(version);
  const called = events.findLast(({ act }) => act === 'call-review');
  const period = { from: day(judged?.at ?? version.publishedAt), until: day(at) };
  return {
    design: { id: design.publicId, title: { ...content.title }, version: version.number },
    institution: { ...institution.name },
    ...{ pack: cycle.pack, period, reviewDue: cycle.reviewDue },
    causes: called ? readCauses(called.detail) : [],
    awards: copy(await deps.countAwardsOf(tx, of)),
    feedback: groups.map((group) => ({
      ...group,
      figures: group.figures.map((one) => ({ ...one, counts: [...one.counts] })),
    })),
    outcomes: content.outcomes.map(({ id, text }) => ({ id, text: { ...text } })),
    complaints: complaints.filter(({ receivedOn }) => receivedOn > period.from).map((one) => ({ ...one })),
    replies: replies.map(({ said, did, on }) => ({ said: { ...said }, did: { ...did }, on })),
    changes: [
      ...listVersionChanges(versions, judged?.at ?? version.publishedAt, day),
      ...(await listDraftChange(tx, design, period.until)),
    ],
    conditions: listOpenConditions((await findDecision(tx, version.id))?.conditions ?? []).map(
      ({ text, owner, due }) => ({ text, owner, due }),
    ),
    staff: await listStaff(tx, design),
  };
}

function copy({ results, ...counts }: Awaited<ReturnType<HeardDeps['countAwardsOf']>>): Evidence['awards'] {
  return { ...counts, results: results.map((one) => ({ ...one })) };
}

/** @param versions newest first */
function listVersionChanges(
  versions: readonly DesignVersion[],
  since: Date,
  day: (instant: Date) => string,
): Evidence['changes'] {
  return versions.flatMap((version, at) => {
    const before = versions[at + 1];
    if (!before || version.publishedAt < since) return [];
    const fields = listChanges(contentOf(before), contentOf(version));
    return [
      {
        version: version.number,
        on: day(version.publishedAt),
        class: classifyChange(fields) ?? 'editorial',
        fields: fields.map((one) => ({ ...one })),
      },
    ];
  });
}

async function listDraftChange(tx: Tx, design: Design, on: Day): Promise<Evidence['changes']> {
  const change = await findChange(tx, design, on);
  if (!change) return [];
  const fields = change.fields.map((one) => ({ ...one }));
  return [{ version: null, on: null, class: change.class, fields }];
}

async function listStaff(tx: Tx, design: Design): Promise<Evidence['staff']> {
  const { dossier } = await readDossier(tx, design.id);
  const team = resolveTeam(dossier.team, await listQualifications(tx, design.institutionId));
  return team.map(({ name, role, held }) => ({
    ...{ name, role },
    qualification: held
      ? {
          ...{ kind: held.kind, evidence: held.evidence, validFrom: held.validFrom },
          validUntil: held.validUntil,
        }
      : null,
  }));
}

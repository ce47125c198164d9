import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { contentOf, type DesignVersion, findVersion, placeOf } from '../designs/index.ts';
import { mayAt, type Permission } from '../institutions/index.ts';
import { isMakerOf } from '../quality/index.ts';
import { type AtDesign, openAtDesign } from './at-design.ts';
import { type DesignFeedback, KINDS, type ShownFeedback } from './feedback.schema.ts';
import { findReading, listFigures, listWholeFives } from './feedback.store.ts';
import type { FeedbackDeps } from './give-feedback.ts';
import { listComplaints, listReplies } from './replies.store.ts';

/** Whoever makes or judges it reads words too; others of the institution read numbers. */
const READS_WORDS: readonly Permission[] = [
  'designs.write',
  'designs.advise',
  'designs.review',
  'designs.decide',
  'designs.assure',
];

/** What anyone reads of a published version. @throws Problem 404 for what was never published */
export async function showFeedback(
  deps: FeedbackDeps,
  input: { readonly design: string; readonly version?: number | undefined },
): Promise<ShownFeedback> {
  return await deps.database.asPublic(async (tx) => {
    const version = await findVersion(tx, input.design, input.version);
    if (!version) throw notFound();
    return await readShown(tx, version);
  });
}

/** What staff read at a design: the same numbers, the words where they may, complaints. */
export async function getDesignFeedback(
  deps: FeedbackDeps,
  actor: Actor,
  input: { readonly design: string },
): Promise<DesignFeedback> {
  return await openAtDesign(deps, actor, { ...input, permission: 'designs.read' }, async (at) => {
    const { tx, staff, design, version } = at;
    const place = placeOf(design);
    const may = (
      [
        ['reply', 'designs.write'],
        ['complain', 'designs.assure'],
        ['read', 'designs.review'],
      ] as const
    ).flatMap(([act, permission]) => (mayAt(staff, permission, place) ? [act] : []));
    if (!version)
      return {
        ...{ outcomes: [], groups: [], replies: [], version: null, texts: null, complaints: [] },
        ...{ ownReading: null, may: [] },
      };
    const readsWords = READS_WORDS.some((permission) => mayAt(staff, permission, place));
    const isMaker = staff.kind === 'person' && (await isMakerOf(tx, version.id, staff.personId));
    const own = staff.kind === 'person' ? await findReading(tx, version.id, staff.personId) : undefined;
    return {
      ...(await readShown(tx, version)),
      version: version.number,
      texts: readsWords ? await listTexts(tx, version.id) : null,
      complaints: readsWords ? await listComplaints(tx, version.id) : [],
      ownReading: own ? { answers: own.answers, text: own.text } : null,
      may: staff.kind === 'person' ? may.filter((act) => act !== 'read' || !isMaker) : [],
    };
  });
}

async function readShown(tx: Tx, version: DesignVersion): Promise<ShownFeedback> {
  return {
    outcomes: contentOf(version).outcomes.map(({ id, text }) => ({ id, text: { ...text } })),
    groups: await listFigures(tx, version.id),
    replies: await listReplies(tx, version.designId),
  };
}

/** In the order of the alphabet, so that their order tells nothing. */
async function listTexts(tx: AtDesign['tx'], versionId: string): Promise<DesignFeedback['texts']> {
  const found: NonNullable<DesignFeedback['texts']> = [];
  for (const kind of KINDS)
    for (const { text } of await listWholeFives(tx, versionId, kind)) if (text) found.push({ kind, text });
  return found.toSorted((one, other) => one.text.localeCompare(other.text));
}

import type { Tx } from '../../database/index.ts';
import { contentOf, type Design, listVersions, readContent } from '../designs/index.ts';
import type { ChangeClass } from './change-class.ts';
import { classifyChange, type FieldChange, listChanges } from './classify-change.ts';
import { findDecision } from './decisions.store.ts';

export type Change = { readonly class: ChangeClass; readonly fields: readonly FieldChange[] };

/** Of the draft against the newest version, when that was approved; what nobody ever judged goes the whole way. */
export async function findChange(tx: Tx, design: Design): Promise<Change | undefined> {
  const [latest] = await listVersions(tx, design.id);
  const decision = latest && (await findDecision(tx, latest.id));
  if (!latest || !decision || decision.revokedAt) return undefined;
  const fields = listChanges(contentOf(latest), await readContent(tx, design));
  const weight = classifyChange(fields);
  return weight && { class: weight, fields };
}

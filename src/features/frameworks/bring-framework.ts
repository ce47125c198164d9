import { codeOf, constraintOf, type Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { StaffActor } from '../institutions/index.ts';
import { FileRefusal, joinItems, MAX_FRAMEWORKS, MAX_ITEMS, type NewItem } from './framework.ts';
import type { FrameworkDeps } from './framework-deps.ts';
import { fileRefused, nameTaken, tooMany } from './frameworks.problems.ts';
import type { BringInput, FileInput } from './frameworks.schema.ts';
import {
  forgetGone,
  insertFramework,
  listFrameworks,
  listItems,
  lockFramework,
  markGone,
  putItems,
  updateFramework,
} from './frameworks.store.ts';
import { readFrameworkFile } from './read-framework-file.ts';
import { type Owner, requireKeeper } from './require-keeper.ts';

type File = { readonly owner: Owner; readonly file: Uint8Array };
type Brought = { readonly id: string; readonly items: number; readonly gone: number };

/** @throws Problem 422 for a file that is no framework, 409 for a name that there is */
export async function bringFramework(
  deps: FrameworkDeps,
  actor: Actor,
  { owner, file, language, ...said }: BringInput & File,
): Promise<Brought> {
  const staff = await requireKeeper(deps, actor, owner);
  const { institutionId } = staff;
  const items = read(() => readFrameworkFile(file, { language, baseUrl: said.url }));
  const id = createUuid();
  const at = deps.clock.now();
  return await naming(() =>
    deps.database.asInstitution(institutionId, async (tx) => {
      const own = (await listFrameworks(tx)).filter((one) => one.institutionId === institutionId);
      if (own.length >= MAX_FRAMEWORKS) throw tooMany();
      const row = { ...said, version: said.version || null };
      await insertFramework(tx, {
        ...row,
        ...{ id, institutionId, offered: owner === 'operator', importedAt: at },
      });
      await putItems(tx, rowsOf(items, { institutionId, id }));
      await tell(deps, tx, staff, { action: 'framework.brought', id, items: items.length });
      return { id, items: items.length, gone: 0 };
    }),
  );
}

/**
 * A newer file in the place of the older one, or another language of the same items. What was published keeps its own
 * words; drafts that use what is gone are told.
 *
 * @throws Problem 422 for a file that is no framework
 */
export async function renewFramework(
  deps: FrameworkDeps,
  actor: Actor,
  { owner, file, id, language, how, version }: FileInput & File & { readonly id: string },
): Promise<Brought> {
  const staff = await requireKeeper(deps, actor, owner);
  const { institutionId } = staff;
  const at = deps.clock.now();
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const framework = await lockFramework(tx, { id, institutionId });
    if (!framework) throw notFound();
    const known = how === 'join' ? await listItems(tx, id) : [];
    const items = read(() => joinItems(known, readFrameworkFile(file, { language, baseUrl: framework.url })));
    await markGone(tx, id, at);
    await putItems(tx, rowsOf(items, { institutionId, id }));
    const gone = await forgetGone(tx, id, MAX_ITEMS);
    await updateFramework(tx, id, { importedAt: at, ...(version ? { version } : {}) });
    await tell(deps, tx, staff, { action: 'framework.renewed', id, items: items.length });
    return { id, items: items.length, gone };
  });
}

function read<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileRefusal) throw fileRefused(error);
    throw error;
  }
}

async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isTaken = codeOf(error) === '23505' && constraintOf(error) === 'frameworks_institution_id_name_key';
    throw isTaken ? nameTaken() : error;
  }
}

function rowsOf(items: readonly NewItem[], of: { readonly institutionId: string; readonly id: string }) {
  return items.map(({ url, code, kind, name, description, otherNames }) => ({
    ...{ id: createUuid(), institutionId: of.institutionId, frameworkId: of.id, url, code, kind, otherNames },
    ...{ name: JSON.stringify(name), description: JSON.stringify(description) },
  }));
}

async function tell(
  deps: FrameworkDeps,
  tx: Tx,
  staff: StaffActor,
  line: { readonly action: string; readonly id: string; readonly items: number },
): Promise<void> {
  await appendAuditEntry(tx, deps.clock.now(), {
    actor: staff,
    institutionId: staff.institutionId,
    action: line.action,
    subject: { kind: 'framework', id: line.id },
    detail: { items: line.items },
  });
}

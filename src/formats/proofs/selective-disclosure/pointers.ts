/**
 * The part of a document that JSON pointers name (RFC 6901; Data Integrity ECDSA 1.0, section 3.4.13). What leads to
 * a chosen part comes along with its id and its types, because nothing can be said of a node without them.
 */
import type { Json, JsonObject } from '../../format.ts';
import { isJsonObject } from '../../json.ts';
import { isList } from '../../json-value.ts';
import { FormatRefusal } from '../../refusal.ts';

/** What is chosen below one place: all of it, or some of its members. */
type Choice = { isWhole: boolean; readonly below: Map<string, Choice> };

const INDEX = /^(?:0|[1-9]\d{0,5})$/;
/** Nobody honest names more; each is looked up in a document of bounded size. */
const MAX_POINTERS = 1_000;

/** Undefined when nothing is chosen. */
export function selectByPointers(document: JsonObject, pointers: readonly string[]): JsonObject | undefined {
  if (pointers.length === 0) return undefined;
  if (pointers.length > MAX_POINTERS) throw new FormatRefusal('pointer-malformed', 'too many');
  const root: Choice = { isWhole: false, below: new Map() };
  for (const pointer of pointers) addChoice(root, parsePointer(pointer));
  if (root.isWhole) return document;
  const { '@context': context } = document;
  return { ...(context === undefined ? {} : { '@context': context }), ...selectMembers(document, root, '') };
}

export function parsePointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer))
    throw new FormatRefusal('pointer-malformed', pointer);
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function writePointer(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function addChoice(root: Choice, steps: readonly string[]): void {
  let choice = root;
  for (const step of steps) {
    const next = choice.below.get(step) ?? { isWhole: false, below: new Map() };
    choice.below.set(step, next);
    choice = next;
  }
  choice.isWhole = true;
}

function select(value: Json, choice: Choice, at: string): Json {
  if (choice.isWhole) return value;
  if (isList(value)) return selectItems(value, choice, at);
  if (!isJsonObject(value)) throw new FormatRefusal('pointer-unknown', at);
  return selectMembers(value, choice, at);
}

function selectMembers(value: JsonObject, { below }: Choice, at: string): JsonObject {
  const members: Record<string, Json> = {};
  const { id, type } = value;
  if (typeof id === 'string' && !id.startsWith('_:')) members.id = id;
  if (type !== undefined) members.type = type;
  for (const [name, choice] of below) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    const place = at + writePointer([name]);
    if (member === undefined) throw new FormatRefusal('pointer-unknown', place);
    members[name] = select(member, choice, place);
  }
  return members;
}

/** In the order of the document, and without holes. */
function selectItems(items: readonly Json[], { below }: Choice, at: string): Json {
  const chosen = [...below].map(([step, choice]) => {
    const item = INDEX.test(step) ? items[Number(step)] : undefined;
    if (item === undefined) throw new FormatRefusal('pointer-unknown', `${at}/${step}`);
    return { index: Number(step), item: select(item, choice, `${at}/${step}`) };
  });
  return chosen.sort((one, other) => one.index - other.index).map(({ item }) => item);
}

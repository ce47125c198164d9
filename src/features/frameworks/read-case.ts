/** A framework in JSON as 1EdTech's CASE 1.0 writes it: a CFPackage with its document, items and associations. Pure. */
import { z } from 'zod';
import { checkItems, FileRefusal, LENGTHS, MAX_ITEMS, type NewItem } from './framework.ts';
import { readAddress, readText } from './read-text.ts';

const line = z.string().max(10_000);
const languageTag = line.optional().nullable();

const itemSchema = z.object({
  identifier: line.optional(),
  uri: line,
  fullStatement: line,
  abbreviatedStatement: line.nullish(),
  humanCodingScheme: line.nullish(),
  CFItemType: line.nullish(),
  notes: line.nullish(),
  language: languageTag,
});

const nodeSchema = z.object({ identifier: line });

const packageSchema = z.object({
  CFDocument: z.object({ language: languageTag }),
  CFItems: z.array(z.unknown()),
  CFAssociations: z
    .array(z.object({ associationType: line, originNodeURI: nodeSchema, destinationNodeURI: nodeSchema }))
    .max(5 * MAX_ITEMS)
    .nullish(),
});

/** @throws FileRefusal with the number of the item of the first fault */
export function readCase(text: string, { language }: { readonly language: string }): NewItem[] {
  const read = packageSchema.safeParse(parseJson(text));
  if (!read.success) throw new FileRefusal('unreadable');
  const { CFDocument, CFItems, CFAssociations } = read.data;
  if (CFItems.length > MAX_ITEMS) throw new FileRefusal('too-many-items');
  refuseCircles(CFAssociations ?? []);
  const fallback = languageOf(CFDocument.language) ?? language;
  return checkItems(CFItems.map((item, at) => readItem(item, at + 1, fallback)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new FileRefusal('unreadable');
  }
}

function readItem(value: unknown, at: number, fallback: string): NewItem {
  const read = itemSchema.safeParse(value);
  if (!read.success) throw new FileRefusal('unreadable', at);
  const { data } = read;
  const language = languageOf(data.language) ?? fallback;
  const whole = readText(data.fullStatement, LENGTHS.description, at);
  const short = readText(data.abbreviatedStatement ?? '', LENGTHS.name, at);
  // A statement may be a paragraph; then its short form is the name.
  const name = short !== '' && whole.length > LENGTHS.name ? short : readText(whole, LENGTHS.name, at);
  if (name === '') throw new FileRefusal('no-name', at);
  const description = name === whole ? readText(data.notes ?? '', LENGTHS.description, at) : whole;
  return {
    url: readAddress(data.uri, at),
    code: readText(data.humanCodingScheme ?? '', LENGTHS.code, at) || null,
    kind: readText(data.CFItemType ?? '', LENGTHS.kind, at) || null,
    name: { [language]: name },
    description: description === '' ? {} : { [language]: description },
    otherNames: name === short ? '' : short,
  };
}

function languageOf(tag: string | null | undefined): string | undefined {
  return /^[a-z]{2}(?=-|$)/.exec(tag?.toLowerCase() ?? '')?.[0];
}

type Association = NonNullable<z.output<typeof packageSchema>['CFAssociations']>[number];

/** A tree that leads back to where it began is no framework, and no program that follows it comes to an end. */
function refuseCircles(associations: readonly Association[]): void {
  const parents = new Map<string, string[]>();
  for (const { associationType, originNodeURI, destinationNodeURI } of associations) {
    if (associationType !== 'isChildOf') continue;
    const { identifier } = originNodeURI;
    parents.set(identifier, [...(parents.get(identifier) ?? []), destinationNodeURI.identifier]);
  }
  // Whoever has no parent left is taken away, again and again; what remains goes round.
  const children = new Map<string, string[]>();
  const open = new Map([...parents].map(([node, above]) => [node, above.length]));
  for (const [node, above] of parents)
    for (const one of above) children.set(one, [...(children.get(one) ?? []), node]);
  const free = [...children.keys()].filter((node) => !open.has(node));
  for (let node = free.pop(); node !== undefined; node = free.pop())
    for (const child of children.get(node) ?? []) {
      const left = (open.get(child) ?? 0) - 1;
      open.set(child, left);
      if (left === 0) free.push(child);
    }
  if ([...open.values()].some((left) => left > 0)) throw new FileRefusal('circle');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionWords } from './audit-words.ts';

const SRC = join(import.meta.dirname, '../..');

/** Names of actions in a file that appends to the trail: past tense after the thing, behind `action` or as an argument. */
function findActions(text: string): string[] {
  if (!/appendAuditEntr|recordRe|recordToken/.test(text)) return [];
  return [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)]
    .map(([, action = '']) => action)
    .filter((action) => !isElse(action));
}

/** Permissions, files, hosts and reasons of other parties are written the same way. */
function isElse(text: string): boolean {
  if (/^(award|batch)\./.test(text)) return false;
  return (
    /\.(read|manage|write|publish|advise|review|confirm|decide|convene|chair|assure|settle|grant|revoke|png|json|jwt|svg|html|example)$/.test(
      text,
    ) || /^(mail|egress|excluded)\.|^sign-in\.(denied|invalid)$/.test(text)
  );
}

function readSources(): { file: string; actions: string[] }[] {
  return ['features', 'app'].flatMap((house) =>
    readdirSync(join(SRC, house), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ file: name, actions: findActions(readFileSync(join(SRC, house, name), 'utf8')) })),
  );
}

test('every action that the code can append has words in both languages', () => {
  const wordless = readSources().flatMap(({ file, actions }) =>
    actions.filter((action) => !Object.hasOwn(actionWords, action)).map((action) => `${file}: ${action}`),
  );
  expect(wordless).toEqual([]);
});

test('the search for actions finds them, and nothing else', () => {
  expect(findActions("appendAuditEntry(tx, { action: open ? 'awards.prepared' : 'award.read' })")).toEqual([
    'awards.prepared',
    'award.read',
  ]);
  expect(findActions("appendAuditEntry; requirePermission(actor, 'awards.read', 'anywhere')")).toEqual([]);
  expect(readSources().flatMap(({ actions }) => actions).length).toBeGreaterThan(30);
});

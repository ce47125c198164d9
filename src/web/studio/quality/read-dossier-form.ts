/** What a form of the dossier says. Names of fields are paths: `dossier.outcomes.LO1.verb.nl`. Pure. */
import type { Dossier, StatementName } from '../../../features/quality/dossier.schema.ts';
import { readTree, rowsOf, type Tree } from '../designer/form-tree.ts';
import { type DossierSectionId, dossierSections } from './dossier-sections.ts';

const shape = {
  prefix: 'dossier.',
  lists: new Set(['audiences']),
  numbers: /^(outcomes\.[\w-]+\.eqf|workload\.activities\.\d+\.hours)$/,
};

/** The type an activity begins with: self-motivated study. */
const FIRST_ACTIVITY = 'b660f5dcea';

/**
 * The dossier with what this section's form says put over it; rows without words are no rows. What cannot be read stays
 * as it was typed: the server refuses it and the form shows it again.
 */
export function applyDossierForm(dossier: Dossier, section: DossierSectionId, form: FormData): Dossier {
  const said = readTree(form, shape);
  const part = dossierSections[section];
  const members: readonly string[] = part.members;
  const kept = Object.entries(dossier).filter(([name]) => !members.includes(name));
  const typed = members.flatMap((name) => settle(name, said[name]));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(typed),
    statements: settleStatements(dossier, part.statements, said.statements as Tree | undefined),
  } as Dossier; // the server parses it before it is stored
}

function settle(name: string, said: unknown): [string, unknown][] {
  const value = (said ?? {}) as Tree; // a member of the tree that was read above
  switch (name) {
    case 'outcomes':
      return [[name, mapRows(value, (row) => ticked(row, ['essential']))]];
    case 'assessments':
      return [[name, mapRows(value, (row) => ticked(row, ['mustPass', 'secondExaminer']))]];
    case 'workload':
      return [[name, { ...value, activities: settleActivities(value.activities) }]];
    case 'team':
      return [[name, settleTeam(value)]];
    case 'stacksInto':
      return [
        [
          name,
          rowsOf(value)
            .map((row) => ({ name: {}, body: {}, ...row }) as Tree)
            .filter(hasWords),
        ],
      ];
    case 'audiences':
      return [[name, said ?? []]];
    default:
      return said === undefined ? [] : [[name, said]];
  }
}

function mapRows(value: Tree, change: (row: Tree) => Tree): Tree {
  return Object.fromEntries(Object.entries(value).map(([id, row]) => [id, change(row as Tree)])); // rows are trees
}

/** A box that is not ticked sends nothing. */
function ticked(row: Tree, names: readonly string[]): Tree {
  return { ...row, ...Object.fromEntries(names.map((name) => [name, row[name] !== undefined])) };
}

function settleActivities(said: unknown): Tree[] {
  const rows = rowsOf(said).filter(({ label, hours }) => label !== undefined || hours !== undefined);
  return withIds('W', rows).map((row) => ({
    ...{ label: {}, type: FIRST_ACTIVITY, hours: 0 },
    ...ticked(row, ['contact']),
  }));
}

/** A qualification is there when its kind was chosen. */
function settleTeam(said: unknown): Tree[] {
  const rows = rowsOf(said).filter((row) => row.name !== undefined || row.record !== undefined);
  return withIds('T', rows).map(({ qualification, ...row }) => {
    const held = (qualification ?? {}) as Tree; // put there by readTree()
    const teacher: Tree = { role: 'teacher', name: '', ...row };
    if (held.kind === undefined) return teacher;
    return { ...teacher, qualification: { evidence: 'register', reference: '', ...held } };
  });
}

function settleStatements(dossier: Dossier, own: readonly StatementName[], said: Tree | undefined): Tree {
  const others = Object.entries(dossier.statements).filter(([name]) => !own.some((one) => one === name));
  const typed = own.flatMap((name): [string, Tree][] => {
    const statement = said?.[name] as Tree | undefined; // put there by readTree()
    return statement ? [[name, { text: {}, ...statement }]] : [];
  });
  return Object.fromEntries([...others, ...typed]);
}

/** Never the number of a row that is there. */
function withIds(prefix: string, rows: readonly Tree[]): Tree[] {
  let last = Math.max(0, ...rows.map(({ id }) => Number(/\d+$/.exec(String(id ?? ''))?.[0] ?? 0)));
  return rows.map((row) => {
    if (row.id !== undefined) return row;
    last += 1;
    return { ...row, id: `${prefix}${last}` };
  });
}

function hasWords(row: Tree): boolean {
  return Object.values(row).some((value) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined,
  );
}

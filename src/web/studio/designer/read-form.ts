/** What a form of the designer says, as content of a design. Names of fields are paths: `content.title.en`. */
import type { DesignContent } from '../../../formats/facts.ts';
import { readTree, rowsOf as rows, type Tree } from './form-tree.ts';
import { type SectionId, sections } from './sections.ts';

const shape = {
  prefix: 'content.',
  lists: new Set(['participation', 'instructionLanguages']),
  numbers:
    /^(workload\.(ects|hours|other\.amount)|level\.eqf|gradeScheme\.passMark|validityMonths|assessments\.\d+\.weight|provenBy\.\d+\.weight)$/,
};

/**
 * The content with what this section's form says put over it. What cannot be read stays as it was typed: the server
 * refuses it and the form shows it again.
 */
export function applyForm(content: DesignContent, section: SectionId, form: FormData): DesignContent {
  const said = readTree(form, shape);
  const members: readonly string[] = sections[section].members;
  if (members.length === 0) return content;
  const kept = Object.entries(content).filter(([name]) => !members.includes(name));
  const typed = Object.fromEntries(members.flatMap((name) => settle(name, said[name], content)));
  return { ...Object.fromEntries(kept), ...typed } as DesignContent; // the server parses it before it is stored
}

/** Rows come as `{ "0": …, "1": … }`; whatever is demanded but was left empty is there as empty. */
function settle(name: string, said: unknown, before: DesignContent): [string, unknown][] {
  const value = said as Tree | undefined; // a member of the tree that was read above
  switch (name) {
    case 'title':
    case 'description':
    case 'workload':
    case 'level':
      return [[name, value ?? {}]];
    case 'outcomes':
      return [[name, rows(value).map((row) => ({ text: {}, ...keepLinks(row, before), ...row }))]];
    case 'assessments':
      return [[name, rows(value).map((row) => ({ title: {}, ...row }))]];
    case 'provenBy':
      return [[name, rows(value).filter((row) => row.coverage !== undefined)]];
    case 'skills': {
      const skills = rows(value)
        .filter((row) => Object.keys(row).length > 0)
        .map((row) => ({ ...before.skills?.find(({ targetUrl }) => targetUrl === row.targetUrl), ...row }));
      return skills.length > 0 ? [[name, skills]] : [];
    }
    case 'participation':
    case 'instructionLanguages':
      return [[name, said ?? []]];
    case 'tags':
      return said === undefined ? [] : [[name, splitWords(String(said))]];
    case 'gradeScheme':
      return [[name, settleScheme(value ?? {})]];
    case 'qualityAssurance':
      return value && Object.keys(value).length > 1 ? [[name, { statement: {}, ...value }]] : [];
    case 'stackability':
      return value?.kind ? [[name, value]] : [];
    case 'programme':
      return value?.place ? [[name, value]] : [];
    default:
      return said === undefined ? [] : [[name, said]];
  }
}

/** What belongs to another scheme stays in the form and is not kept. Levels without a name are no levels. */
function settleScheme({ scheme, passMark = 5.5, levels, required = 'R2' }: Tree): Tree {
  if (scheme === '1-10') return { scheme, passMark };
  if (scheme !== 'rubric') return { scheme };
  const named = rows(levels as Tree | undefined).filter((row) => row.name !== undefined);
  return { scheme, levels: named.map((row, at) => ({ ...row, code: `R${at + 1}` })), required };
}

/** Links of an outcome to frameworks are not in this form, and must not be lost by it. */
function keepLinks(row: Tree, { outcomes }: DesignContent): Tree {
  const alignments = outcomes.find(({ id }) => id === row.id)?.alignments;
  return alignments ? { alignments } : {};
}

function splitWords(text: string): string[] {
  return text.split(/[,;\n]/).flatMap((word) => word.trim() || []);
}

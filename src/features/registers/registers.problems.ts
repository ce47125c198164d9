import { Problem } from '../../platform/problem.ts';
import type { FileRefusal } from './read-register-file.ts';

const TITLES = {
  unreadable: 'This is no file of comma-separated values.',
  'no-name-column': 'The file has no column with names.',
  empty: 'The file has no lines.',
  'too-many-lines': 'The file has more lines than one register can hold.',
} as const satisfies Record<FileRefusal, string>;

export function fileRefused(refusal: FileRefusal): Problem {
  return new Problem({
    status: 422,
    code: `registers/${refusal}`,
    title: TITLES[refusal],
    detail: 'The first line names the columns; "name" is required, and "website", "did" or "identifier".',
  });
}

/** Nothing usable in it: a list that would empty the register is more likely the wrong file. */
export function nothingUsable(): Problem {
  return new Problem({
    status: 422,
    code: 'registers/nothing-usable',
    title: 'No line of the file names an issuer that could be recognised.',
    detail: 'Each needs a name, and a website at the root of its host, a DID, or a number.',
  });
}

export function nameTaken(name: string): Problem {
  return new Problem({
    status: 409,
    code: 'registers/name-taken',
    title: 'There is a register of this name.',
    detail: name,
    errors: [{ pointer: '/name', detail: 'There is a register of this name.' }],
  });
}

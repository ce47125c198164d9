import { Problem } from '../../platform/problem.ts';
import { type FileFault, type FileRefusal, MAX_FRAMEWORKS, MAX_ITEMS } from './framework.ts';

const SAID = {
  unreadable: 'it is neither a table (CSV) nor a CASE package (JSON) in UTF-8',
  empty: 'it has no items',
  'too-many-items': `it has more than ${MAX_ITEMS} items`,
  'no-name-column': 'no column has the names',
  'no-address-column': 'no column has an address or a code',
  'no-name': 'an item has no name',
  'no-address': 'an item has neither an address nor a code',
  'address-unfit': 'an address is not https',
  'address-twice': 'an address stands there twice',
  'code-twice': 'a code stands there twice',
  'control-characters': 'a text carries characters that cannot be seen',
  'too-long': 'a text is too long',
  circle: 'its parts contain each other',
} as const satisfies Record<FileFault, string>;

/** The fault is the last part of the code, so that pages can say it in the reader's language. */
export function fileRefused({ fault, line }: FileRefusal): Problem {
  const where = line === undefined ? '' : ` (line ${line})`;
  return new Problem({
    status: 422,
    code: `frameworks/file-${fault}`,
    title: `This file cannot be brought in: ${SAID[fault]}${where}.`,
    errors: [{ pointer: line === undefined ? '/file' : `/file/${line}`, detail: SAID[fault] }],
  });
}

export function nameTaken(): Problem {
  return new Problem({
    status: 409,
    code: 'frameworks/name-taken',
    title: 'There is a framework with this name; bring a newer file into that one.',
    errors: [{ pointer: '/name', detail: 'is the name of another framework' }],
  });
}

export function tooMany(): Problem {
  return new Problem({
    status: 409,
    code: 'frameworks/too-many',
    title: `An institution has at most ${MAX_FRAMEWORKS} frameworks.`,
  });
}

export function inUse(drafts: number): Problem {
  return new Problem({
    status: 409,
    code: 'frameworks/in-use',
    title: 'Drafts use skills of this framework.',
    detail: `There are ${drafts} of them. Take the skills out there first.`,
  });
}

import { Problem } from '../../platform/problem.ts';
import type { MissingElement } from './designs.schema.ts';

export function draftChanged(): Problem {
  return new Problem({
    status: 409,
    code: 'designs/draft-changed',
    title: 'Someone changed this draft after you opened it.',
    detail: 'Nothing was overwritten. Open it again and repeat your change.',
  });
}

export function elementsMissing(missing: readonly MissingElement[]): Problem {
  return new Problem({
    status: 422,
    code: 'designs/elements-missing',
    title: 'Mandatory elements are missing.',
    detail: `This version cannot be published yet: ${[...new Set(missing.map((one) => one.element))].join(', ')}.`,
    errors: missing.map(({ pointer, element, problem }) => ({ pointer, detail: `${element}: ${problem}` })),
  });
}

export function unitUnknown(slug: string): Problem {
  return new Problem({
    status: 422,
    code: 'designs/unit-unknown',
    title: 'This institution has no such unit.',
    detail: slug,
  });
}

export function designRetired(): Problem {
  return new Problem({
    status: 409,
    code: 'designs/retired',
    title: 'This design is retired.',
    detail: 'It is awarded and changed no longer.',
  });
}

export function tagNameTaken(): Problem {
  return new Problem({
    status: 409,
    code: 'designs/tag-name-taken',
    title: 'There is a tag of this name.',
    detail: 'Capitals make no difference.',
  });
}

export function tagUnknown(): Problem {
  return new Problem({
    status: 422,
    code: 'designs/tag-unknown',
    title: 'This institution has no such tag.',
    detail: 'It may have been archived. Open the design again.',
  });
}

export function imageRefused(reason: string): Problem {
  return new Problem({
    status: 422,
    code: 'designs/image-refused',
    title: 'This image cannot be used.',
    detail: reason,
  });
}

export function invalidContent(errors: readonly { pointer: string; detail: string }[]): Problem {
  return new Problem({
    status: 400,
    code: 'designs/invalid-content',
    title: 'The content cannot be read.',
    errors,
  });
}

import { Problem } from '../../platform/problem.ts';

export function termsSuperseded(): Problem {
  return new Problem({
    status: 409,
    code: 'terms/superseded',
    title: 'These terms have been replaced since you read them.',
    detail: 'Read the version that stands now.',
  });
}

export function nothingWritten(): Problem {
  return new Problem({
    status: 422,
    code: 'terms/nothing-written',
    title: 'There is no text to publish.',
    detail: 'Save a draft in at least one language first.',
  });
}

export function kindElsewhere(): Problem {
  return new Problem({
    status: 422,
    code: 'terms/kind-elsewhere',
    title: 'This kind of terms is not yours to write.',
    detail: 'The operator writes those of the platform, institutions those of their awards.',
  });
}

import { Problem } from '../../platform/problem.ts';

export function answersStray(questions: readonly string[]): Problem {
  return new Problem({
    status: 422,
    code: 'feedback/answers-stray',
    title: 'Some of these answers are to questions that were not asked.',
    errors: questions.map((question) => ({ pointer: `/answers/${question}`, detail: 'is not in the list' })),
  });
}

export function nothingSaid(): Problem {
  return new Problem({
    status: 422,
    code: 'feedback/nothing-said',
    title: 'Nothing was answered.',
    detail: 'Answer at least one question, or write a few words.',
  });
}

export function notTheMoment(): Problem {
  return new Problem({
    status: 409,
    code: 'feedback/not-the-moment',
    title: 'This can be changed no longer, or is not asked yet.',
    detail: 'An answer can be changed for thirty days and withdrawn at any time.',
  });
}

export function nothingOffered(): Problem {
  return new Problem({
    status: 409,
    code: 'feedback/nothing-offered',
    title: 'No version of this design was published yet.',
  });
}

export function enoughForToday(): Problem {
  return new Problem({
    status: 429,
    code: 'feedback/enough-for-today',
    title: 'Enough was said of this for today.',
    detail: 'Please come back tomorrow.',
  });
}

export function replyEmpty(): Problem {
  return new Problem({
    status: 422,
    code: 'feedback/reply-empty',
    title: 'Say in one language at least what you heard and what you did.',
    errors: [{ pointer: '/did', detail: 'is needed in a language in which the other is written' }],
  });
}

export function receivedLater(): Problem {
  return new Problem({
    status: 422,
    code: 'feedback/received-later',
    title: 'A complaint that was received tomorrow is none yet.',
    errors: [{ pointer: '/receivedOn', detail: 'is a day to come' }],
  });
}

export function ownDesign(): Problem {
  return new Problem({
    status: 403,
    code: 'feedback/own-design',
    title: 'Nobody reads their own design as a colleague.',
  });
}

export function readerNeeded(): Problem {
  return new Problem({
    status: 403,
    code: 'feedback/person-needed',
    title: 'A colleague must say this.',
    detail: 'Programs have no opinion of a design.',
  });
}

/** Refusals in words that a person and a program can act on: RFC 9457. Rooms make them, `http/` renders them. */

export type ProblemFields = {
  readonly status: number;
  /** Stable name of the refusal, such as `awards/duplicate`; the `type` of RFC 9457 is made from it. */
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** Where in the request it is, and what is wrong there. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly headers?: Readonly<Record<string, string>>;
};

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: ProblemFields['errors'];
  readonly headers: Readonly<Record<string, string>>;

  constructor(fields: ProblemFields) {
    super(fields.detail ?? fields.title);
    this.name = 'Problem';
    this.status = fields.status;
    this.code = fields.code;
    this.title = fields.title;
    this.detail = fields.detail;
    this.errors = fields.errors;
    this.headers = fields.headers ?? {};
  }
}

/** One and the same for private, withdrawn, erased and never existed (DECISIONS 20). */
export function notFound(): Problem {
  return new Problem({
    status: 404,
    code: 'not-found',
    title: 'There is nothing here, or it is not shared with you.',
  });
}

export function signInNeeded(): Problem {
  return new Problem({
    status: 401,
    code: 'sign-in-needed',
    title: 'Sign in first.',
    headers: { 'www-authenticate': 'Bearer' },
  });
}

/** Only where the existence of the thing is no secret; else `notFound`. */
export function notAllowed(action: string): Problem {
  return new Problem({
    status: 403,
    code: 'not-allowed',
    title: 'Your role does not allow this.',
    detail: `It asks for the permission "${action}".`,
  });
}

export function badRequest(detail: string, errors?: ProblemFields['errors']): Problem {
  return new Problem({
    status: 400,
    code: 'bad-request',
    title: 'The request cannot be read.',
    detail,
    ...(errors ? { errors } : {}),
  });
}

/** The document of RFC 9457 §3. */
export function presentProblem(problem: Problem): Record<string, unknown> {
  return {
    type: `urn:waarmerk:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    ...(problem.detail ? { detail: problem.detail } : {}),
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
}

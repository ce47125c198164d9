import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { badRequest, Problem, presentProblem } from '../problem.ts';

/** SQLSTATE classes that say "not now": connection, resources, operator intervention. */
const NOT_NOW = /^(08|53|57)/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

/** Every refusal leaves through here, in the form of RFC 9457; what nobody foresaw says nothing of itself. */
export function renderError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(presentProblem(problem)));
}

function toProblem(error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      pointer: issue.instancePath || '/',
      detail: issue.message ?? 'is not valid',
    }));
    return badRequest('Some values are not what they must be.', errors);
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (
    NOT_NOW.test(code) ||
    UNREACHABLE.has(code) ||
    error.message.includes('timeout exceeded when trying to connect')
  )
    return notNow();
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return new Problem({ status, code: 'too-large', title: 'This is too large.' });
  if (status === 415)
    return new Problem({
      status,
      code: 'unsupported-type',
      title: 'This content type is not understood here.',
      detail: request.headers['content-type'] ?? '',
    });
  if (status === 429)
    return new Problem({
      status,
      code: 'too-many',
      title: 'Too many requests. Wait a minute and try again.',
    });
  if (status >= 400 && status < 500)
    return new Problem({ status, code: 'bad-request', title: 'The request cannot be read.' });
  return new Problem({
    status: 500,
    code: 'fault',
    title: 'Something went wrong here, not with you.',
    detail: `Tell us this number: ${request.id}`,
  });
}

function notNow(): Problem {
  return new Problem({
    status: 503,
    code: 'not-now',
    title: 'The service cannot answer at this moment. Try again shortly.',
    headers: { 'retry-after': '5' },
  });
}

/** What a request hands in: bytes as they came, a file of a form, or an address. */
import type { FastifyRequest } from 'fastify';
import { FormatRefusal, isJsonObject, parseJson } from '../../formats/index.ts';
import type { VerifyInput } from './open-credential.ts';
import { nothingToVerify, tooLarge, unreadableForm } from './verification.problems.ts';

export const BODY_LIMIT = 2 * 1024 * 1024;

const MAX_URL_LENGTH = 2_048;

export async function readRequestInput({
  body,
  headers,
}: Pick<FastifyRequest, 'body' | 'headers'>): Promise<VerifyInput> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const type = headers['content-type'] ?? '';
  const input = /^multipart\/form-data\b/i.test(type) ? await readForm(bytes, type) : readBody(bytes, type);
  if ('bytes' in input && input.bytes.length > BODY_LIMIT) throw tooLarge();
  if ('bytes' in input && input.bytes.length === 0) throw nothingToVerify();
  return input;
}

/** A JSON body with exactly one member `url` is a request to fetch. */
function readBody(bytes: Uint8Array, type: string): VerifyInput {
  if (bytes.length > MAX_URL_LENGTH + 100 || !/json/i.test(type)) return { bytes };
  try {
    const value = parseJson(new TextDecoder().decode(bytes));
    const isRequest = isJsonObject(value) && Object.keys(value).length === 1 && typeof value.url === 'string';
    return isRequest ? { url: String(value.url) } : { bytes };
  } catch (error) {
    if (error instanceof FormatRefusal) return { bytes };
    throw error;
  }
}

async function readForm(bytes: Uint8Array, type: string): Promise<VerifyInput> {
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('file');
  if (file === null || file === undefined) throw unreadableForm();
  return {
    bytes:
      typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(await file.arrayBuffer()),
  };
}

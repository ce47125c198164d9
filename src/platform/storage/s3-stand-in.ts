/** A small S3 service for tests: one bucket in memory, path-style, and every request's signature is recomputed. */
import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3StorageSettings } from './s3-storage.ts';

export type S3StandIn = {
  readonly settings: S3StorageSettings;
  readonly objects: Map<string, { bytes: Buffer; mediaType: string }>;
  readonly close: () => Promise<void>;
};

const CREDENTIALS = { region: 'local', accessKeyId: 'stand-in', secretAccessKey: 'stand-in-secret' } as const;
const BUCKET = 'assets';

export async function startS3StandIn(): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map();
  const server = createServer((request, response) => {
    void answer(objects, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has no other kind of address
  return {
    objects,
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, ...CREDENTIALS },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  objects: S3StandIn['objects'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const [, bucket, key = ''] = (request.url ?? '').split('/');
  if (!isSigned(request)) return end(response, 403);
  if (bucket !== BUCKET) return end(response, 404);
  const found = objects.get(key);
  if (request.method === 'PUT') {
    const mediaType = request.headers['content-type'] ?? '';
    objects.set(key, { bytes: Buffer.concat(chunks), mediaType });
    return end(response, 200);
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return end(response, 204);
  }
  if (key === '') return end(response, 200);
  if (!found) return end(response, 404);
  response.setHeader('content-type', found.mediaType);
  response.setHeader('content-length', found.bytes.length);
  return end(response, 200, request.method === 'GET' ? found.bytes : undefined);
}

/** AWS Signature Version 4, as the service recomputes it from the headers that the client says it signed. */
function isSigned(request: IncomingMessage): boolean {
  const header = request.headers.authorization ?? '';
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    header,
  );
  if (!match) return false;
  const [, credential = '', signedHeaders = '', signature] = match;
  const [accessKeyId, ...scope] = credential.split('/');
  if (accessKeyId !== CREDENTIALS.accessKeyId || scope[1] !== CREDENTIALS.region) return false;
  const [path, query = ''] = (request.url ?? '').split('?');
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    ...[request.method, path, query, headers.join(''), signedHeaders],
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${CREDENTIALS.secretAccessKey}`);
  return hmac(key, toSign).toString('hex') === signature;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function end(response: ServerResponse, status: number, body?: Buffer): void {
  response.statusCode = status;
  response.end(body);
}

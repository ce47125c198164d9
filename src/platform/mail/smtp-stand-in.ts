/** A mail provider for tests: demands a sign-in, may refuse a recipient, and keeps what it took, byte for byte. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type SmtpStandIn = {
  readonly url: string;
  readonly urlWithWrongPassword: string;
  readonly letters: Buffer[];
  readonly close: () => Promise<void>;
};

const USER = 'waarmerk';
const PASSWORD = 'p@ss:word/1';

/** `nobody@` is refused for good (550), `full@` for now (451). */
const ANSWERS: readonly (readonly [string, number])[] = [
  ['nobody@', 550],
  ['full@', 451],
];

export async function startSmtpStandIn(): Promise<SmtpStandIn> {
  const letters: Buffer[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === USER && password === PASSWORD) return callback(null, { user: USER });
      return callback(Object.assign(new Error('wrong password'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, callback) => {
      const [, responseCode] = ANSWERS.find(([start]) => address.startsWith(start)) ?? [];
      callback(responseCode ? Object.assign(new Error('refused'), { responseCode }) : null);
    },
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks));
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // a listening TCP server has no other kind of address
  const urlFor = (password: string) => `smtp://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  return {
    letters,
    url: urlFor(PASSWORD),
    urlWithWrongPassword: urlFor('wrong'),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

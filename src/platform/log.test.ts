import { describe, expect, test } from 'vitest';
import { createFixedClock, formatInstant } from './clock.ts';
import { createId, isId } from './ids.ts';
import type { Log } from './log.ts';
import { createLog } from './log.ts';

const CAPABILITY = '3v8zk4m9q2xw7t5r1p6n0hbcda';

function collectLog(): { log: Log; lines: () => string } {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { log, lines: () => lines.join('') };
}

describe('the log', () => {
  test('keeps ids, codes and messages', () => {
    const { log, lines } = collectLog();
    log.warn(
      { award: 'award_1', err: Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }) },
      'not sent',
    );
    expect(lines()).toContain('award_1');
    expect(lines()).toContain('ECONNREFUSED');
    expect(JSON.parse(lines())).toMatchObject({ msg: 'not sent', award: 'award_1' });
  });

  test.each([
    ['an address in a field', { email: 'jan@rug.example' }, 'jan@rug'],
    ['an address in a nested field', { letter: { to: 'jan@rug.example' } }, 'jan@rug'],
    ['an address in a field of any name', { note: 'bounced for "jan.o\'neil@rug.example"' }, 'rug.example'],
    ['an address with letters outside ASCII', { note: 'søren@kjær.example' }, 'kjær'],
    ['a password', { user: { password: 'hunter2hunter2' } }, 'hunter2'],
    ['a capability URL', { url: `https://w.example/c/${CAPABILITY}.json` }, CAPABILITY],
    ['a token', { detail: 'got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.abc' }, 'eyJ'],
    ['a bearer header', { detail: 'authorization: Bearer abcdefghijkl' }, 'abcdefghijkl'],
    ['a code in a query', { detail: '/callback?code=4711abc&state=xyz' }, '4711abc'],
    ['a password in a connection string', { detail: 'postgres://w:s3cr3t@db/w' }, 's3cr3t'],
    ['an address in an error', { err: new Error('550 no such user jan@rug.example') }, 'jan@rug'],
  ])('never writes %s', (_what, fields, canary) => {
    const { log, lines } = collectLog();
    log.info(fields, 'done');
    expect(lines()).toContain('done');
    expect(lines()).not.toContain(canary);
    expect(() => JSON.parse(lines())).not.toThrow();
  });

  test('names the route of a request, not its address', () => {
    const { log, lines } = collectLog();
    const url = `/issuers/x?q=visser`;
    log.info({ req: { method: 'GET', url, id: 'r1', routeOptions: { url: '/issuers/:id' } } });
    expect(lines()).toContain('/issuers/:id');
    expect(lines()).not.toContain('visser');
  });
});

describe('the fixed clock', () => {
  test('stands still until it is moved', () => {
    const clock = createFixedClock('2026-11-21T09:00:00Z');
    expect(clock.now()).toEqual(clock.now());
    clock.advance(90_500);
    expect(formatInstant(clock.now())).toBe('2026-11-21T09:01:30Z');
    expect(() => clock.set('yesterday')).toThrow(RangeError);
  });
});

describe('internal ids', () => {
  test('carry their kind and sort by the time they were made', () => {
    const first = createId('award');
    expect(isId('award', first)).toBe(true);
    expect(isId('design', first)).toBe(false);
    expect(isId('award', 'award_1')).toBe(false);
    expect([createId('award'), first].sort()[0]).toBe(first);
  });
});

/**
 * The resolver that a connection uses. Checking here, and not before, is what defeats DNS rebinding: the addresses
 * that were checked are the addresses that are dialled, and a name is resolved once per connection.
 */

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { EgressRefusal } from './egress-refusal.ts';

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });

/** One address that is not allowed spoils the name: nobody publishes both a public and a private one in good faith. */
export function createGuardedLookup(
  resolve: Resolve,
  isAllowed: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) return callback(new EgressRefusal('egress.unreachable'), '');
        if (!addresses.every(({ address }) => isAllowed(address))) {
          return callback(new EgressRefusal('egress.private-address'), '');
        }
        if (options.all) return callback(null, [...addresses]);
        return callback(null, first.address, first.family);
      },
      (cause: Error) => callback(new EgressRefusal('egress.unreachable', { cause }), ''),
    );
  };
}

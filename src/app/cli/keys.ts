import { parseArgs } from 'node:util';
import { findIssuer } from '../../features/institutions/index.ts';
import { type KeyPurpose, PURPOSES, rotateKey } from '../../features/keys/index.ts';
import { BadUsage, EXIT } from './command.ts';
import { openForCommand } from './open-house.ts';

export async function runKeys(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { issuer: { type: 'string' }, purpose: { type: 'string' } },
  });
  const { issuer: id, purpose } = values;
  if (positionals.join(' ') !== 'rotate' || id === undefined || purpose === undefined || !isPurpose(purpose))
    throw new BadUsage('Name an issuer and one of its purposes.');
  const { deps, close } = await openForCommand();
  try {
    const issuer = await deps.database.asPublic((tx) =>
      findIssuer(tx, id.startsWith('did:') ? { did: id } : { publicId: id }),
    );
    if (!issuer) throw new BadUsage(`There is no issuer "${id}".`);
    await rotateKey(deps, issuer, purpose);
    process.stdout.write(`${issuer.did} signs with a new key for ${purpose}.\n`);
    return EXIT.well;
  } finally {
    await close();
  }
}

function isPurpose(text: string): text is KeyPurpose {
  return Object.hasOwn(PURPOSES, text);
}

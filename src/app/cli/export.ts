import { parseArgs } from 'node:util';
import { findIssuer } from '../../features/institutions/index.ts';
import { exportIssuer } from '../export-issuer.ts';
import { BadUsage, EXIT } from './command.ts';
import { openForCommand } from './open-house.ts';

/** What an issuer takes along when it goes elsewhere. */
export async function runExport(words: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true, options: {} });
  const [what, id, folder, ...more] = positionals;
  if (what !== 'issuer' || id === undefined || folder === undefined || more.length > 0)
    throw new BadUsage('Name an issuer and a folder.');
  const { deps, close } = await openForCommand();
  try {
    const by = id.startsWith('did:') ? { did: id } : { publicId: id };
    const issuer = await deps.database.asPublic((tx) => findIssuer(tx, by));
    if (!issuer) throw new BadUsage(`There is no issuer "${id}".`);
    const { files, sha256 } = await exportIssuer(deps, issuer, folder);
    process.stdout.write(
      `${files.length} files of ${issuer.did} in ${folder}\nindex.json sha256 ${sha256}\n`,
    );
    return EXIT.well;
  } finally {
    await close();
  }
}

/** Habits of the house that a reader of files can hold: who speaks SQL, who owns a table, who reads time and surroundings. */

export type SourceFault = { readonly file: string; readonly rule: string };

type Source = { readonly file: string; readonly text: string };

/** Outside of rooms, these hold a store's place. */
const SPEAKS_SQL =
  /\.store\.ts$|^src\/database\/|^src\/app\/machine\.ts$|^src\/platform\/jobs\/(index|queue)\.ts$/;
const READS_TIME = /^src\/platform\/clock\.ts$|^src\/web\/(behaviours|entry\.client)/;
const READS_SURROUNDINGS = /^src\/platform\/config\.ts$/;
/** Tests, their stand-ins, and commands that only developers run. */
const TESTING =
  /\.(test|suite)\.tsx?$|stand-in\.ts$|\/testing\/|\/testing\.ts$|make-vectors\.ts$|cookie-browser\.ts$/;

// The relying party of identity/ is handed its fetch, which is the egress client.
const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/;
const TABLE = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(\s*'(\w+)/g;
const TIME = /\bDate\.now\(|\bnew Date\(\)/;

export function findSourceFaults(sources: readonly Source[]): SourceFault[] {
  const judged = sources
    .filter(({ file }) => !TESTING.test(file))
    .map(({ file, text }) => ({ file, text: withoutComments(text) }));
  return [
    ...judged
      .filter(({ file, text }) => SQL.test(text) && !SPEAKS_SQL.test(file))
      .map(({ file }) => ({ file, rule: 'only stores speak SQL' })),
    ...judged
      .filter(({ file, text }) => TIME.test(text) && !READS_TIME.test(file))
      .map(({ file }) => ({ file, rule: 'only the clock reads the time' })),
    ...judged
      .filter(({ file, text }) => text.includes('process.env') && !READS_SURROUNDINGS.test(file))
      .map(({ file }) => ({ file, rule: 'only the configuration reads the environment' })),
    ...judged
      .filter(
        ({ file, text }) =>
          /[^.\w]fetch\(/.test(text) && !/^src\/(web|platform\/(egress|identity))\//.test(file),
      )
      .map(({ file }) => ({ file, rule: 'only the egress client fetches' })),
    ...findSharedTables(judged),
  ];
}

/** A table belongs to the room whose store writes it first in the alphabet of rooms; another room may not touch it. */
function findSharedTables(sources: readonly Source[]): SourceFault[] {
  const owners = new Map<string, Set<string>>();
  for (const { file, text } of sources) {
    const room = /^src\/(?:features|platform)\/([^/]+)\//.exec(file)?.[1];
    if (!room) continue;
    for (const [, table = ''] of text.matchAll(TABLE))
      owners.set(table, (owners.get(table) ?? new Set()).add(room));
  }
  return [...owners]
    .filter(([, rooms]) => rooms.size > 1)
    .map(([table, rooms]) => ({
      file: [...rooms].sort().join(', '),
      rule: `each table has one owner: ${table}`,
    }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

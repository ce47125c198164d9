import type { World } from './world.ts';

/** Names of the tables that hold a row with this person's id in `person_id`. */
export async function listOwn(world: Pick<World, 'queryAsSuperuser'>, personId: string): Promise<string[]> {
  const tables = await world.queryAsSuperuser<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'person_id' ORDER BY table_name`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.queryAsSuperuser(`SELECT FROM ${name} WHERE person_id = $1 LIMIT 1`, [personId]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

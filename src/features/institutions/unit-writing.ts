import { codeOf, constraintOf } from '../../database/index.ts';
import { unitInUse, unitNameTaken } from './organisation.problems.ts';

/** What the database refuses, in the house's own words: its index decides, also between two at the same instant. */
export async function sayTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (codeOf(error) === '23505' && constraintOf(error) === 'unit_slug') throw unitNameTaken('slug');
    if (codeOf(error) === '23505' && constraintOf(error).startsWith('unit_name')) throw unitNameTaken('name');
    if (codeOf(error) === '23503') throw unitInUse('other');
    throw error;
  }
}

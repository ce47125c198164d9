/** A small framework of Groningen's own, written for the demo and brought in as an administrator does. */
import { readFileSync } from 'node:fs';
import { bringFramework } from '../../features/frameworks/index.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { at, whoMay } from './load-quality.ts';

export async function loadFrameworks(deps: Deps, cast: DemoCast): Promise<void> {
  const administrator = whoMay(cast, 'university-of-groningen', 'institution.manage');
  await bringFramework(at(deps, '2026-05-11'), administrator, {
    name: 'Teaching and leadership at Groningen (demo)',
    publisher: 'University of Groningen (demo)',
    version: '2026',
    licence: 'CC BY 4.0',
    // The domain is reserved for examples; nothing stands there.
    url: 'https://skills.rug.example/teaching',
    ...{ language: 'en', owner: 'institution' },
    file: readFileSync(new URL('./content/skills.csv', import.meta.url)),
  });
}

import type { RouteConfigEntry } from '@react-router/dev/routes';

/** Every path of the pages' router, with parents and children put together. */
export function listPages(routes: readonly RouteConfigEntry[], above = ''): string[] {
  return routes.flatMap(({ path, children }) => {
    const own = path ? `${above}/${path}` : above;
    return [own || '/', ...listPages(children ?? [], own)];
  });
}

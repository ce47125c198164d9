/** What a page tells its frame: `export const handle: PageHandle = { scripts: false }`. */
export type PageHandle = {
  /** `false` on every public page: no framework scripts are sent (PERFORMANCE rule 10). */
  readonly scripts?: boolean;
  /** `false` for a page without header and footer, such as an embedded card. */
  readonly frame?: boolean;
};

type Match = { readonly handle: unknown };

export function hasScripts(matches: readonly Match[]): boolean {
  return matches.every(({ handle }) => (handle as PageHandle | undefined)?.scripts !== false); // a handle is what its route exports
}

export function hasFrame(matches: readonly Match[]): boolean {
  return matches.every(({ handle }) => (handle as PageHandle | undefined)?.frame !== false); // as above
}

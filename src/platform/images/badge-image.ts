/** What became of an upload; `refused` is a sentence for its sender. */
export type BadgeImage = { readonly png: Uint8Array } | { readonly refused: string };

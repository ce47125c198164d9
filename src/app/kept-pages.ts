/**
 * The HTML of public badges, kept per address and language as long as any cache on the way may keep it, and given only
 * while its stamp is the one it was made under: what was taken private or revoked a moment ago is gone at once
 * (PERFORMANCE, rule 10).
 */
import type { Clock } from '../platform/clock.ts';
import { shareQuestions } from '../platform/share-questions.ts';
import type { AppContext } from '../web/lib/app-context.ts';

export type KeptPagesDeps = {
  readonly clock: Clock;
  readonly findPageStamp: (publicId: string) => Promise<string | undefined>;
};

export type Nonce = AppContext['nonce'];

export type KeptPage = {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: (nonce: Nonce) => string;
};

export type KeptPages = {
  /** The page under this name, else as `render` makes it; undefined for what is not kept. */
  readonly give: (
    asked: { readonly publicId: string; readonly name: string },
    render: () => Promise<{ readonly response: Response; readonly nonce: Nonce }>,
  ) => Promise<KeptPage | Response>;
};

/** As the pages tell every cache on the way. */
const KEPT_MS = 5_000;
const MOST = 200;
/** Only what the page itself links to: anything else in an address would be kept as often as somebody thinks of it. */
const KEPT_ADDRESS = /^\/c\/([0-9a-z]{26})(?:\?(?:(?:view|lang|theme)=[a-z]{1,8}(?:&|$)){1,3})?$/;

export function readKeptAddress(method: string, url: string): string | undefined {
  return method === 'GET' ? KEPT_ADDRESS.exec(url)?.[1] : undefined;
}

export function openKeptPages({ clock, findPageStamp }: KeptPagesDeps): KeptPages {
  const askStamp = shareQuestions(findPageStamp);
  const kept = new Map<string, { readonly page: KeptPage; readonly stamp: string; readonly until: number }>();
  return {
    give: async ({ publicId, name }, render) => {
      // Before the page is made: what changes meanwhile makes another stamp for the next.
      const stamp = await askStamp(publicId);
      const now = clock.now().getTime();
      const known = kept.get(name);
      if (known && known.stamp === stamp && known.until > now) return known.page;
      kept.delete(name);
      const { response, nonce } = await render();
      if (stamp === undefined || response.status !== 200) return response;
      const page = await keepPage(response, nonce);
      kept.set(name, { page, stamp, until: now + KEPT_MS });
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return page;
    },
  };
}

/** A nonce is for one answer. It is random, so that nothing else in the page reads like it. */
async function keepPage(response: Response, { script, style }: Nonce): Promise<KeptPage> {
  const text = await response.text();
  const pieces = text.split(script).map((piece) => piece.split(style));
  return {
    headers: Object.fromEntries(response.headers),
    html: (nonce) => pieces.map((piece) => piece.join(nonce.style)).join(nonce.script),
  };
}

/** What the embedded provider remembers: bounded, gone with the process, expired by the clock it is given. */
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../clock.ts';

const MAX_ENTRIES = 5_000;

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number };

/** One factory per provider: two tenants never share a store. */
export function createMemoryAdapters(clock: Clock): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const now = () => clock.now().getTime();

  const findLive = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const findBy = (
    model: string,
    matches: (payload: AdapterPayload) => boolean,
  ): AdapterPayload | undefined => {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${model}/`) && matches(payload)) return findLive(key);
    }
    return undefined;
  };

  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      const expiresAt = expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
      entries.delete(`${model}/${id}`);
      entries.set(`${model}/${id}`, { payload, expiresAt });
      const [oldest] = entries.keys();
      if (entries.size > MAX_ENTRIES && oldest) entries.delete(oldest);
    },
    find: async (id) => findLive(`${model}/${id}`),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = findLive(`${model}/${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(`${model}/${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}

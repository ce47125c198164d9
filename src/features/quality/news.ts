/** Which steps of a design are news, and for whom. Pure. */
import type { Permission } from '../institutions/index.ts';

/** Somebody is waited for: whoever holds this permission at the design's place. */
const WAITS_FOR = {
  intake: 'designs.advise',
  'expert-review': 'designs.advise',
  'peer-review': 'designs.review',
  'owner-review': 'designs.confirm',
  'committee-queue': 'designs.convene',
  'committee-review': 'designs.decide',
  appeal: 'designs.settle',
} as const satisfies Record<string, Permission>;

/** Its makers are told. */
const TOLD = ['changes-requested', 'approved', 'approved-conditional', 'rejected', 'suspended'] as const;

export type News = keyof typeof WAITS_FOR | (typeof TOLD)[number];

export function isNews(state: string): state is News {
  return state in WAITS_FOR || TOLD.some((one) => one === state);
}

/** Undefined: its makers are meant. */
export function whoIsWaitedFor(news: News): Permission | undefined {
  return news in WAITS_FOR ? WAITS_FOR[news as keyof typeof WAITS_FOR] : undefined; // seen to be one of them
}

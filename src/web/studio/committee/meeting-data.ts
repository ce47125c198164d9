import type { z } from 'zod';
import type { MeetingView, meetingsSchema } from '../../../features/quality/quality.schema.ts';

/** What the page of a meeting shows. */
export type MeetingData = {
  readonly meeting: MeetingView;
  /** What stands on no agenda yet. */
  readonly waiting: z.infer<typeof meetingsSchema>['waiting'];
  readonly mayConvene: boolean;
};

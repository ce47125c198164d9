import type { en } from './en.ts';
import account from './nl/account.json' with { type: 'json' };
import assurance from './nl/assurance.json' with { type: 'json' };
import backpack from './nl/backpack.json' with { type: 'json' };
import committee from './nl/committee.json' with { type: 'json' };
import credential from './nl/credential.json' with { type: 'json' };
import feedback from './nl/feedback.json' with { type: 'json' };
import frame from './nl/frame.json' with { type: 'json' };
import frameworks from './nl/frameworks.json' with { type: 'json' };
import organisation from './nl/organisation.json' with { type: 'json' };
import privacy from './nl/privacy.json' with { type: 'json' };
import publicPages from './nl/public.json' with { type: 'json' };
import quality from './nl/quality.json' with { type: 'json' };
import rules from './nl/rules.json' with { type: 'json' };
import staff from './nl/staff.json' with { type: 'json' };
import studio from './nl/studio.json' with { type: 'json' };
import verify from './nl/verify.json' with { type: 'json' };
import workbench from './nl/workbench.json' with { type: 'json' };

export const nl: Readonly<Record<keyof typeof en, string>> = {
  ...frame,
  ...credential,
  ...publicPages,
  ...verify,
  ...assurance,
  ...frameworks,
  ...backpack,
  ...account,
  ...privacy,
  ...studio,
  ...organisation,
  ...staff,
  ...workbench,
  ...committee,
  ...quality,
  ...rules,
  ...feedback,
};

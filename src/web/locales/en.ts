import account from './en/account.json' with { type: 'json' };
import assurance from './en/assurance.json' with { type: 'json' };
import backpack from './en/backpack.json' with { type: 'json' };
import committee from './en/committee.json' with { type: 'json' };
import credential from './en/credential.json' with { type: 'json' };
import feedback from './en/feedback.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import frameworks from './en/frameworks.json' with { type: 'json' };
import organisation from './en/organisation.json' with { type: 'json' };
import privacy from './en/privacy.json' with { type: 'json' };
import publicPages from './en/public.json' with { type: 'json' };
import quality from './en/quality.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import staff from './en/staff.json' with { type: 'json' };
import studio from './en/studio.json' with { type: 'json' };
import verify from './en/verify.json' with { type: 'json' };
import workbench from './en/workbench.json' with { type: 'json' };

export const en = {
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

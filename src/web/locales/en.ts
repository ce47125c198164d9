import backpack from './en/backpack.json' with { type: 'json' };
import credential from './en/credential.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import publicPages from './en/public.json' with { type: 'json' };
import studio from './en/studio.json' with { type: 'json' };
import verify from './en/verify.json' with { type: 'json' };

export const en = { ...frame, ...credential, ...publicPages, ...verify, ...backpack, ...studio };

/** Every letter of the house, and whether an address can wish for none of it. Pure. */
export const LETTERS = {
  'award-offered': {
    essential: false,
    why: 'Nobody asked for it. The award stands and waits in the backpack of whoever proves the address.',
  },
  'feedback-asked': {
    essential: false,
    why: 'A question and no more: whoever wants to answer finds it in their backpack.',
  },
  'member-invited': {
    essential: false,
    why: 'A colleague wrote down the address; without a letter nobody gains or loses a role.',
  },
  'award-revoked': {
    essential: true,
    why: 'What they show to others is refused from now on, and they can only object to what they know.',
  },
  'email-code': { essential: true, why: 'Whoever reads the address asked for it a moment ago.' },
  'account-changed': {
    essential: true,
    why: 'A way into the account was added or taken away; the owner must be able to stop a thief.',
  },
  'affiliation-ending': {
    essential: true,
    why: 'Without another way to sign in they would lose what they earned.',
  },
  'account-erased': { essential: true, why: 'It confirms what they did and cannot be undone.' },
  'review-called': {
    essential: true,
    why: 'They work there and answer for what is awarded, which stops when nobody looks at it.',
  },
  'institution-request': { essential: true, why: 'They asked for an answer.' },
} as const satisfies Record<string, { readonly essential: boolean; readonly why: string }>;

export type LetterKind = keyof typeof LETTERS;

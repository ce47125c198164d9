/** Refusals of the API in the reader's language. One without words here is told in the server's own. */
import type { TextKey, Translate } from './i18n.ts';
import type { Problem } from './problem.ts';

const PREFIX = 'urn:waarmerk:problem:';

const words: Readonly<Record<string, TextKey>> = {
  'designs/draft-changed': 'refusal.designs.draft-changed',
  'designs/elements-missing': 'refusal.designs.elements-missing',
  'designs/retired': 'refusal.designs.retired',
  'designs/image-refused': 'refusal.designs.image-refused',
  'designs/tag-name-taken': 'refusal.designs.tag-name-taken',
  'designs/tag-unknown': 'refusal.designs.tag-unknown',
  'designs/unit-unknown': 'refusal.designs.unit-unknown',
  'awards/version-unknown': 'refusal.awards.version-unknown',
  'awards/design-retired': 'refusal.awards.design-retired',
  'awards/duplicate': 'refusal.awards.duplicate',
  'awards/not-standing': 'refusal.awards.not-standing',
  'awards/pending': 'refusal.awards.pending',
  'awards/window-over': 'refusal.awards.window-over',
  'awards/claimed': 'refusal.awards.claimed',
  'awards/address-not-proven': 'refusal.awards.address-not-proven',
  'awards/offer-gone': 'refusal.awards.offer-gone',
  'awards/terms-not-agreed': 'refusal.awards.terms-not-agreed',
  'account/last-administrator': 'refusal.account.last-administrator',
  'terms/superseded': 'refusal.terms.superseded',
  'terms/nothing-written': 'refusal.terms.nothing-written',
  'credentials/not-claimed': 'refusal.credentials.not-claimed',
  'accounts/address-malformed': 'refusal.accounts.address-malformed',
  'accounts/too-many-codes': 'refusal.accounts.too-many-codes',
  'accounts/code-refused': 'refusal.accounts.code-refused',
  'accounts/name-empty': 'refusal.accounts.name-empty',
  'keys/already-compromised': 'refusal.keys.already-compromised',
  'keys/confirmation-differs': 'refusal.keys.confirmation-differs',
  'keys/in-the-future': 'refusal.keys.in-the-future',
  'keys/time-unknown': 'refusal.keys.time-unknown',
  'institutions/address-malformed': 'refusal.institutions.address-malformed',
  'institutions/address-not-proven': 'refusal.institutions.address-not-proven',
  'institutions/already-holds': 'refusal.institutions.already-holds',
  'institutions/already-invited': 'refusal.institutions.already-invited',
  'institutions/end-in-the-past': 'refusal.institutions.end-in-the-past',
  'institutions/invitation-over': 'refusal.institutions.invitation-over',
  'institutions/last-administrator': 'refusal.institutions.last-administrator',
  'institutions/more-than-own': 'refusal.institutions.more-than-own',
  'institutions/factor-not-asked': 'refusal.institutions.factor-not-asked',
  'institutions/never-signed-in': 'refusal.institutions.never-signed-in',
  'institutions/own-factor': 'refusal.institutions.own-factor',
  'institutions/own-membership': 'refusal.institutions.own-membership',
  'institutions/reset-allowed-already': 'refusal.institutions.reset-allowed-already',
  'institutions/place-unknown': 'refusal.institutions.place-unknown',
  'institutions/role-in-use': 'refusal.institutions.role-in-use',
  'institutions/role-name-taken': 'refusal.institutions.role-name-taken',
  'institutions/role-not-at-level': 'refusal.institutions.role-not-at-level',
  'institutions/role-unknown': 'refusal.institutions.role-unknown',
  'institutions/too-many-invitations': 'refusal.institutions.too-many-invitations',
  'institutions/no-legal-basis': 'refusal.institutions.no-legal-basis',
  'institutions/switched-off': 'refusal.institutions.switched-off',
  'institutions/identifiers-locked': 'refusal.institutions.identifiers-locked',
  'institutions/home-taken': 'refusal.institutions.home-taken',
  'institutions/slug-taken': 'refusal.institutions.slug-taken',
  'institutions/logo-refused': 'refusal.institutions.logo-refused',
  'institutions/faulty': 'refusal.institutions.faulty',
  'institutions/request-decided': 'refusal.institutions.request-decided',
  'institutions/too-many-requests': 'refusal.institutions.too-many-requests',
  'units/archived': 'refusal.units.archived',
  'units/in-use-children': 'refusal.units.in-use-children',
  'units/in-use-designs': 'refusal.units.in-use-designs',
  'units/in-use-issuer': 'refusal.units.in-use-issuer',
  'units/in-use-other': 'refusal.units.in-use-other',
  'units/on-behalf-fixed': 'refusal.units.on-behalf-fixed',
  'clients/withdrawn': 'refusal.clients.withdrawn',
  'accounts/prove-again': 'refusal.accounts.prove-again',
  'accounts/role-hangs-on-it': 'refusal.accounts.role-hangs-on-it',
  'accounts/last-way-in': 'refusal.accounts.last-way-in',
  'accounts/not-this-account': 'refusal.accounts.not-this-account',
  'accounts/merge-offer-gone': 'refusal.accounts.merge-offer-gone',
  'accounts/passkey-refused': 'refusal.accounts.passkey-refused',
  'accounts/second-factor-first': 'refusal.accounts.second-factor-first',
  'accounts/own-provider-needed': 'refusal.accounts.own-provider-needed',
  'accounts/not-a-member': 'refusal.accounts.not-a-member',
  'institutions/provider-silent': 'refusal.institutions.provider-silent',
  'institutions/viewed-unknown': 'refusal.institutions.viewed-unknown',
  'feedback/nothing-said': 'refusal.feedback.nothing-said',
  'feedback/answers-stray': 'refusal.feedback.answers-stray',
  'feedback/not-the-moment': 'refusal.feedback.not-the-moment',
  'feedback/reply-empty': 'refusal.feedback.reply-empty',
  'feedback/received-later': 'refusal.feedback.received-later',
  'feedback/nothing-offered': 'refusal.feedback.nothing-offered',
  'feedback/enough-for-today': 'refusal.feedback.enough-for-today',
  'feedback/own-design': 'refusal.feedback.own-design',
  'feedback/person-needed': 'refusal.feedback.person-needed',
  'quality/not-now': 'workbench.refusal.not-now',
  'quality/changed': 'workbench.refusal.changed',
  'quality/own-work': 'workbench.refusal.own-work',
  'quality/own-advice': 'workbench.refusal.own-advice',
  'quality/person-needed': 'workbench.refusal.person-needed',
  'quality/not-ready': 'workbench.refusal.not-ready',
  'quality/not-approved': 'workbench.refusal.not-approved',
  'quality/conditions-open': 'workbench.refusal.conditions-open',
  'quality/verdicts-missing': 'workbench.refusal.verdicts-missing',
  'quality/no-quorum': 'workbench.refusal.no-quorum',
  'quality/not-carried': 'workbench.refusal.not-carried',
  'quality/conditions-missing': 'workbench.refusal.conditions-missing',
  'quality/pack-unknown': 'workbench.refusal.pack-unknown',
  'quality/appeal-too-late': 'workbench.refusal.appeal-too-late',
  'quality/meeting-not-now': 'workbench.refusal.meeting-not-now',
  'quality/not-awardable': 'workbench.refusal.not-awardable',
  'viewing-only': 'refusal.viewing-only',
  'not-allowed': 'refusal.not-allowed',
  'too-large': 'refusal.too-large',
  'too-many': 'refusal.too-many',
  'foreign-form': 'refusal.foreign-form',
  'not-now': 'refusal.not-now',
  'bad-request': 'refusal.bad-request',
};

/** Their detail names what the sentence cannot: which rule of an image was broken. */
const DETAILED: ReadonlySet<string> = new Set([
  'institutions/logo-refused',
  'designs/image-refused',
  'designs/unit-unknown',
]);

export type Refusal = { readonly title: string; readonly detail: string | undefined };

/** One sentence for a refusal of which only the code is known: what became of a row. */
export function sayCode(t: Translate, code: string, title: string): string {
  const key = Object.hasOwn(words, code) ? words[code] : undefined;
  return key ? t(key) : title;
}

export function sayProblem(t: Translate, problem: Problem): Refusal {
  const code = problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : '';
  const key = Object.hasOwn(words, code) ? words[code] : undefined;
  if (!key) return { title: problem.title || t('form.not-saved'), detail: problem.detail };
  return { title: t(key), detail: DETAILED.has(code) ? problem.detail : undefined };
}

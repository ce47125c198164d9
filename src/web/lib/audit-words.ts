/** Every line of the audit trail in words: what was done, by whom, with what. */
import type { AuditEntryView } from '../../features/audit/audit.schema.ts';
import { chooseText } from './content-text.ts';
import type { Locale, TextKey, Translate } from './i18n.ts';

/** Whatever the code can append stands here; `audit-words.test.ts` reads the sources. */
export const actionWords = {
  'accreditation.changed': 'audit.did.accreditation.changed',
  'accreditation.recorded': 'audit.did.accreditation.recorded',
  'accreditation.withdrawn': 'audit.did.accreditation.withdrawn',
  'account.changed': 'audit.did.account.changed',
  'account.created': 'audit.did.account.created',
  'account.erased': 'audit.did.account.erased',
  'account.exported': 'audit.did.account.exported',
  'account.merged': 'audit.did.account.merged',
  'account.merged-away': 'audit.did.account.merged-away',
  'address.added': 'audit.did.address.added',
  'address.made-primary': 'audit.did.address.made-primary',
  'address.removed': 'audit.did.address.removed',
  'award.claimed': 'audit.did.award.claimed',
  'award.declined': 'audit.did.award.declined',
  'award.listed': 'audit.did.award.listed',
  'award.offer-sent': 'audit.did.award.offer-sent',
  'award.offer-withheld': 'audit.did.award.offer-withheld',
  'award.published': 'audit.did.award.published',
  'award.read': 'audit.did.award.read',
  'award.recipient-erased': 'audit.did.award.recipient-erased',
  'award.revoked': 'audit.did.award.revoked',
  'award.undone': 'audit.did.award.undone',
  'award.withdrawn': 'audit.did.award.withdrawn',
  'awards.granted': 'audit.did.awards.granted',
  'awards.prepared': 'audit.did.awards.prepared',
  'awards.undone': 'audit.did.awards.undone',
  'batch.read': 'audit.did.batch.read',
  'institution.provider-changed': 'audit.did.institution.provider-changed',
  'person.viewed': 'audit.did.person.viewed',
  'person.view-started': 'audit.did.person.view-started',
  'person.view-ended': 'audit.did.person.view-ended',
  'client.created': 'audit.did.client.created',
  'client.former-secret-ended': 'audit.did.client.former-secret-ended',
  'client.handed-over': 'audit.did.client.handed-over',
  'client.limited': 'audit.did.client.limited',
  'client.secret-rotated': 'audit.did.client.secret-rotated',
  'client.withdrawn': 'audit.did.client.withdrawn',
  'code.refused': 'audit.did.code.refused',
  'code.requested': 'audit.did.code.requested',
  'credential.disclosed': 'audit.did.credential.disclosed',
  'credential.signed': 'audit.did.credential.signed',
  'design.created': 'audit.did.design.created',
  'design.draft-saved': 'audit.did.design.draft-saved',
  'design.published': 'audit.did.design.published',
  'design.retired': 'audit.did.design.retired',
  'design.tagged': 'audit.did.design.tagged',
  'endorsement.accepted': 'audit.did.endorsement.accepted',
  'endorsement.declined': 'audit.did.endorsement.declined',
  'endorsement.offered': 'audit.did.endorsement.offered',
  'endorsement.withdrawn': 'audit.did.endorsement.withdrawn',
  'identity.linked': 'audit.did.identity.linked',
  'identity.unlinked': 'audit.did.identity.unlinked',
  'institution-request.approved': 'audit.did.institution-request.approved',
  'institution-request.declined': 'audit.did.institution-request.declined',
  'institution-request.made': 'audit.did.institution-request.made',
  'institution.archived': 'audit.did.institution.archived',
  'institution.changed-by-operator': 'audit.did.institution.changed-by-operator',
  'institution.created': 'audit.did.institution.created',
  'institution.house-style-changed': 'audit.did.institution.house-style-changed',
  'institution.logo-changed': 'audit.did.institution.logo-changed',
  'institution.profile-changed': 'audit.did.institution.profile-changed',
  'institution.restored': 'audit.did.institution.restored',
  'institution.rules-changed': 'audit.did.institution.rules-changed',
  'institution.second-factor-off': 'audit.did.institution.second-factor-off',
  'institution.second-factor-required': 'audit.did.institution.second-factor-required',
  'invitation.accepted': 'audit.did.invitation.accepted',
  'invitation.refused': 'audit.did.invitation.refused',
  'invitation.sent-again': 'audit.did.invitation.sent-again',
  'invitation.withheld': 'audit.did.invitation.withheld',
  'invitation.withdrawn': 'audit.did.invitation.withdrawn',
  'key.compromised': 'audit.did.key.compromised',
  'key.made': 'audit.did.key.made',
  'key.published': 'audit.did.key.published',
  'key.rotated': 'audit.did.key.rotated',
  'letters.resumed': 'audit.did.letters.resumed',
  'letters.stopped': 'audit.did.letters.stopped',
  'member.added': 'audit.did.member.added',
  'member.changed': 'audit.did.member.changed',
  'member.factor-reset-allowed': 'audit.did.member.factor-reset-allowed',
  'member.invited': 'audit.did.member.invited',
  'member.removed': 'audit.did.member.removed',
  'passkey.added': 'audit.did.passkey.added',
  'passkey.removed': 'audit.did.passkey.removed',
  'passkey.reset': 'audit.did.passkey.reset',
  'person.renamed': 'audit.did.person.renamed',
  'quality.comment-resolved': 'audit.did.quality.comment-resolved',
  'quality.commented': 'audit.did.quality.commented',
  'quality.dossier-saved': 'audit.did.quality.dossier-saved',
  'quality.meeting-agenda': 'audit.did.quality.meeting-agenda',
  'quality.meeting-called': 'audit.did.quality.meeting-called',
  'quality.meeting-closed': 'audit.did.quality.meeting-closed',
  'quality.meeting-opened': 'audit.did.quality.meeting-opened',
  'qualification.proven': 'audit.did.qualification.proven',
  'qualification.recorded': 'audit.did.qualification.recorded',
  'qualification.withdrawn': 'audit.did.qualification.withdrawn',
  'quality.moved': 'audit.did.quality.moved',
  'quality.pack-adopted': 'audit.did.quality.pack-adopted',
  'quality.pack-made': 'audit.did.quality.pack-made',
  'quality.voted': 'audit.did.quality.voted',
  'register.closed': 'audit.did.register.closed',
  'register.entered': 'audit.did.register.entered',
  'register.imported': 'audit.did.register.imported',
  'register.opened': 'audit.did.register.opened',
  'register.struck': 'audit.did.register.struck',
  'role.changed': 'audit.did.role.changed',
  'role.created': 'audit.did.role.created',
  'role.removed': 'audit.did.role.removed',
  'session.ended': 'audit.did.session.ended',
  'session.started': 'audit.did.session.started',
  'session.switched': 'audit.did.session.switched',
  'sign-in.refused': 'audit.did.sign-in.refused',
  'tag.archived': 'audit.did.tag.archived',
  'tag.created': 'audit.did.tag.created',
  'tag.renamed': 'audit.did.tag.renamed',
  'terms.agreed': 'audit.did.terms.agreed',
  'terms.draft-saved': 'audit.did.terms.draft-saved',
  'terms.published': 'audit.did.terms.published',
  'terms.withdrawn': 'audit.did.terms.withdrawn',
  'token.granted': 'audit.did.token.granted',
  'token.refused': 'audit.did.token.refused',
  'unit.archived': 'audit.did.unit.archived',
  'unit.changed': 'audit.did.unit.changed',
  'unit.created': 'audit.did.unit.created',
  'unit.deleted': 'audit.did.unit.deleted',
  'unit.issuing': 'audit.did.unit.issuing',
  'unit.logo-changed': 'audit.did.unit.logo-changed',
  'unit.moved': 'audit.did.unit.moved',
  'unit.restored': 'audit.did.unit.restored',
} as const satisfies Record<string, TextKey>;

export function sayAction(t: Translate, action: string): string {
  const words: Readonly<Record<string, TextKey>> = actionWords;
  const key = Object.hasOwn(words, action) ? words[action] : undefined;
  return key ? t(key) : action;
}

export function sayActor(t: Translate, { kind, name }: AuditEntryView['actor']): string {
  return name ?? t(`audit.actor.${kind}`);
}

/** For the holder: an institution answers for its staff and its programs. */
export function sayActorOf(t: Translate, locale: Locale, entry: AuditEntryView): string {
  const actor = sayActor(t, entry.actor);
  const institution = entry.institution ? chooseText(entry.institution, locale).text : '';
  const isTheirs = entry.actor.kind === 'staff' || entry.actor.kind === 'program';
  return institution && isTheirs ? t('history.by', { actor, institution }) : actor;
}

export function sayThing(t: Translate, { kind, name }: AuditEntryView['subject']): string {
  if (name) return name;
  return kind === 'award' || kind === 'batch' ? t(`audit.thing.${kind}`) : t('audit.thing.other');
}

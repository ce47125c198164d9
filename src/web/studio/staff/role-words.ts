import { chooseText } from '../../lib/content-text.ts';
import type { Locale, TextKey, Translate } from '../../lib/i18n.ts';
import { en } from '../../locales/en.ts';

type NamedRole = { readonly role: string; readonly roleName: Readonly<Record<string, string>> | null };

/** The institution's own name for a role, or the house's. */
export function nameRole(t: Translate, locale: Locale, { role, roleName }: NamedRole): string {
  if (roleName) return chooseText(roleName, locale).text;
  return sayKey(t, `role.${role}`, role);
}

export function explainRole(t: Translate, role: string): string {
  return sayKey(t, `role.${role}.may`, '');
}

export function namePermission(t: Translate, permission: string): string {
  return sayKey(t, `permission.${permission}`, permission);
}

type HeldPlace = {
  readonly unit: { readonly name: Readonly<Record<string, string>> } | null;
  readonly design: { readonly title: Readonly<Record<string, string>> } | null;
};

export function namePlace(t: Translate, locale: Locale, { unit, design }: HeldPlace): string {
  if (design) return t('staff.place.design', { title: chooseText(design.title, locale).text });
  if (unit) return t('staff.place.unit', { name: chooseText(unit.name, locale).text });
  return t('staff.place.institution');
}

/** A newer server may name what these pages have no words for yet. */
function sayKey(t: Translate, key: string, otherwise: string): string {
  return Object.hasOwn(en, key) ? t(key as TextKey) : otherwise; // just seen to be a key
}

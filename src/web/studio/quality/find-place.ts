/** From a JSON Pointer into `{ content, dossier }` to the field where it is written. Pure. */
import type { DesignContent } from '../../../formats/facts.ts';
import { addressOf } from '../designer/addresses.ts';
import { languagesOf } from '../designer/languages.ts';
import { type SectionId, sectionIds, sections } from '../designer/sections.ts';
import { dossierAddressOf } from './addresses.ts';
import { type DossierSectionId, sectionOfPointer } from './dossier-sections.ts';

export type Place = {
  readonly href: string;
  readonly part:
    | { readonly house: 'content'; readonly section: SectionId }
    | { readonly house: 'dossier'; readonly section: DossierSectionId };
  /** Which outcome, assessment or row; counts from 1. */
  readonly row: number | undefined;
};

type Design = { readonly id: string; readonly content: DesignContent };

export function findPlace(design: Design, pointer: string): Place {
  return pointer.startsWith('/dossier') ? placeInDossier(design, pointer) : placeInContent(design, pointer);
}

function placeInContent({ id, content }: Design, pointer: string): Place {
  const [, , member = '', at = ''] = pointer.split('/');
  const section =
    sectionIds.find((one) => (sections[one].members as readonly string[]).includes(member)) ?? 'summary';
  const row = /^\d+$/.test(at) ? Number(at) + 1 : undefined;
  return {
    href: `${addressOf(id, section)}#${anchorOf(content, pointer)}`,
    part: { house: 'content', section },
    row,
  };
}

function anchorOf(content: DesignContent, pointer: string): string {
  const [, , member = '', at = '', field] = pointer.split('/');
  const rows = member === 'outcomes' || member === 'assessments' ? content[member] : undefined;
  if (rows && field === undefined)
    return at === '' ? `content.${member}` : `row-${rows[Number(at)]?.id ?? ''}`;
  if (member === 'provenBy') return `row-${content.outcomes[0]?.id ?? ''}`;
  if (member === 'level') return 'content.level.eqf';
  return withLanguage(pointer.slice(1).replaceAll('/', '.'), content);
}

/** Texts in one language have its name behind theirs; in several they stand in a group with the name alone. */
function withLanguage(name: string, content: DesignContent): string {
  const languages = languagesOf(content);
  const isText =
    /\.(title|description|text|statement|framework|prerequisites|audience|passRule|furtherInformation|verb|object|context|levelArgument|resit|unsupervisedJustification|label|basis|body)$/.test(
      name,
    );
  return isText && languages.length === 1 ? `${name}.${languages[0]}` : name;
}

function placeInDossier({ id, content }: Design, pointer: string): Place {
  const section = sectionOfPointer(pointer);
  const [, , member = '', key = '', field] = pointer.split('/');
  const list = member === 'outcomes' || member === 'assessments' ? content[member] : undefined;
  const index = list ? list.findIndex((one) => one.id === key) : Number(/^\d+$/.test(key) ? key : -1);
  const anchor =
    list && field === undefined
      ? key === ''
        ? ''
        : `row-${key}`
      : withLanguage(pointer.slice(1).replaceAll('/', '.'), content);
  return {
    href: `${dossierAddressOf(id, section)}${anchor ? `#${anchor}` : ''}`,
    part: { house: 'dossier', section },
    row: index >= 0 ? index + 1 : undefined,
  };
}

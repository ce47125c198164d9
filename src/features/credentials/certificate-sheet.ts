/**
 * What stands on the pages of a certificate. Whatever an edition may leave out, the name, the result, evidence, is
 * read out of that edition's own signed bytes, so that the page cannot show what the file does not. Pure.
 */
import {
  type CredentialSummary,
  type DesignContent,
  type JsonObject,
  type Language,
  labelOf,
  readOb3,
  sayAccreditation,
  sayGrade,
  sayIn,
  type Text,
} from '../../formats/index.ts';
import type { Day } from '../../platform/calendar.ts';
import {
  capitalise,
  type SheetTable,
  tableAssessments,
  tableOutcomes,
  type Voice,
} from './certificate-tables.ts';
import {
  type CertificateLanguage,
  type CertificateWords,
  certificateLanguage,
  certificateWords,
  type SectionName,
} from './certificate-words.ts';

export type CertificateFacts = {
  /** The edition that is attached. */
  readonly document: JsonObject;
  readonly content: DesignContent;
  readonly language: Language;
  readonly awardedOn: Day;
  readonly expiresOn: Day | null;
  readonly revokedOn: Day | null;
  readonly imageAlt: string;
  /** Of the page where anything can be checked. */
  readonly verifyUrl: string;
  readonly made: Date;
};

type Row = { readonly label: string; readonly value: string };
export type CertificateSheet = {
  readonly language: CertificateLanguage;
  /** Of what the institution wrote, where the certificate has no words in that language. */
  readonly contentLanguage: string;
  readonly document: { readonly title: string; readonly author: string; readonly made: MadeOn };
  readonly institution: string;
  readonly unit: string | null;
  readonly kind: string;
  readonly withdrawn: { readonly word: string; readonly sentence: string } | null;
  readonly declares: string;
  readonly name: string | null;
  readonly unnamed: string;
  readonly awards: string;
  readonly title: string;
  readonly imageAlt: string;
  readonly facts: readonly Row[];
  readonly signed: string;
  readonly check: {
    readonly heading: string;
    readonly scan: string;
    readonly compare: string;
    readonly addressLabel: string;
    readonly address: string;
    readonly attached: string;
    readonly codeAlt: string;
  };
  readonly page: readonly [string, string];
  readonly outcomes: SheetTable;
  readonly assessments: SheetTable;
  readonly sections: readonly { readonly label: string; readonly paragraphs: readonly string[] }[];
  readonly attachmentName: string;
};

type MadeOn = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

export function composeCertificateSheet(facts: CertificateFacts): CertificateSheet {
  const { content, revokedOn } = facts;
  const said = readOb3(facts.document);
  const voice = findVoice(facts);
  const { words, say, day } = voice;
  const issuer = said.issuer.name ?? '';
  const institution = said.issuer.parent?.name ?? issuer;
  const title = say(content.title);
  const name = said.recipient.name ?? null;
  return {
    language: voice.speaks,
    contentLanguage: facts.language.split('-')[0] ?? 'en',
    document: {
      title: [title, name].filter(Boolean).join(' – '),
      author: institution,
      made: splitInstant(facts.made),
    },
    institution,
    unit: said.issuer.parent ? dropInstitution(issuer, institution) : null,
    kind: words.kind[content.kind],
    withdrawn: revokedOn ? { word: words.withdrawn, sentence: words.withdrawnOn(day(revokedOn)) } : null,
    declares: name === null ? words.declaresOfNobody(institution) : words.declares(institution),
    name,
    unnamed: words.unnamed,
    awards: words.awards(words.theKind[content.kind]),
    title,
    imageAlt: facts.imageAlt,
    facts: listFacts(voice, facts, said),
    signed: words.signed(day(facts.awardedOn), issuer),
    check: sayCheck(words, said.id ?? '', facts.verifyUrl),
    page: words.page,
    outcomes: tableOutcomes(voice, content),
    assessments: tableAssessments(voice, content),
    sections: listSections(voice, content, said),
    attachmentName: words.attachmentName,
  };
}

function findVoice({ content, language }: CertificateFacts): Voice {
  const speaks = certificateLanguage(language);
  const tag = speaks === 'nl' ? 'nl-NL' : 'en-GB';
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    words: certificateWords(speaks),
    speaks,
    say: (text) => sayIn(text, language, content.defaultLanguage),
    number: (value) => new Intl.NumberFormat(tag).format(value),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
}

function splitInstant(instant: Date): MadeOn {
  return {
    year: instant.getUTCFullYear(),
    month: instant.getUTCMonth() + 1,
    day: instant.getUTCDate(),
    hour: instant.getUTCHours(),
    minute: instant.getUTCMinutes(),
    second: instant.getUTCSeconds(),
  };
}

function sayCheck(words: CertificateWords, id: string, verifyUrl: string): CertificateSheet['check'] {
  const { heading, scan, compare, address, attached, code } = words.check;
  return {
    heading,
    scan: scan(bare(verifyUrl)),
    compare,
    addressLabel: address,
    address: bare(id),
    attached,
    codeAlt: code(id),
  };
}

/** "University of Groningen, Faculty of Arts (demo)" under "University of Groningen (demo)" is its faculty. */
function dropInstitution(issuer: string, institution: string): string {
  const above = `${institution.replace(/ \(demo\)$/, '')}, `;
  return issuer.startsWith(above) ? issuer.slice(above.length) : issuer;
}

/** As one writes an address on paper. */
function bare(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

function listFacts(
  voice: Voice,
  { content, awardedOn, expiresOn }: CertificateFacts,
  said: CredentialSummary,
): Row[] {
  const { words, day } = voice;
  const rows: readonly (readonly [keyof CertificateWords['facts'], string | undefined])[] = [
    ['level', sayLevel(content.level) ?? words.noLevel],
    ['load', sayLoad(voice, content.workload)],
    ['result', sayResult(voice, content, said)],
    ['awarded', day(awardedOn)],
    ['until', expiresOn === null ? undefined : day(expiresOn)],
    ['form', sayForms(voice, content.participation)],
    ['language', sayLanguages(voice, content.instructionLanguages)],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ label: words.facts[name], value }] : []));
}

/** "EQF 7 · NLQF 7" */
function sayLevel({ eqf, nlqf }: DesignContent['level']): string | undefined {
  const national = nlqf ? /(\d\+?)$/.exec(labelOf('nlqf', nlqf, 'en'))?.[1] : undefined;
  const parts = [eqf === undefined ? undefined : `EQF ${eqf}`, national && `NLQF ${national}`].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

/** "5 EC · 140 hours" */
function sayLoad({ words, number }: Voice, { ects, hours, other }: DesignContent['workload']): string {
  return [
    ects === undefined ? undefined : `${number(ects)} EC`,
    hours === undefined ? undefined : words.hours(number(hours)),
    other && `${number(other.amount)} ${other.unit}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function sayResult({ speaks, number }: Voice, { gradeScheme }: DesignContent, said: CredentialSummary) {
  const [result] = said.results;
  const code = result?.code ?? result?.value;
  if (code === undefined) return undefined;
  if (gradeScheme.scheme === '1-10' && Number.isFinite(Number(code))) return number(Number(code));
  return capitalise(sayGrade(gradeScheme, code, speaks));
}

function sayForms({ words, speaks }: Voice, codes: readonly string[]): string {
  const names = codes.map((code) => words.forms[code] ?? labelOf('participation', code, speaks));
  return capitalise(names.join(', ').toLocaleLowerCase(speaks));
}

function sayLanguages({ speaks }: Voice, languages: readonly string[]): string {
  const names = new Intl.DisplayNames([speaks], { type: 'language' });
  return languages.map((language) => capitalise(names.of(language) ?? language)).join(', ');
}

function listSections(
  voice: Voice,
  content: DesignContent,
  said: CredentialSummary,
): CertificateSheet['sections'] {
  const { words, say, speaks } = voice;
  const { qualityAssurance: quality, stackability, programme } = content;
  const text = (value: Text | undefined) => (value ? say(value) : undefined);
  const sections: readonly (readonly [SectionName, readonly (string | undefined)[]])[] = [
    ['achieved', [said.narrative, ...said.evidence.map(sayEvidence)]],
    ['passing', [text(content.passRule)]],
    ['workload', [sayLoad(voice, content.workload)]],
    ['participation', [sayForms(voice, content.participation)]],
    [
      'quality',
      [
        quality && capitalise(labelOf('accreditation', quality.type, speaks)),
        text(quality?.framework),
        text(quality?.statement),
        quality?.url,
      ],
    ],
    ['external', sayAccreditations(voice, content)],
    ['stacking', stackability ? [text(stackability.statement) ?? words.stacking[stackability.kind]] : []],
    ['prerequisites', [text(content.prerequisites)]],
    [
      'programme',
      programme
        ? [
            [words.place[programme.place], programme.programmeName, programme.registerNumber]
              .filter(Boolean)
              .join(' '),
          ]
        : [],
    ],
    ['field', [content.iscedF && capitalise(labelOf('iscedF', content.iscedF, speaks))]],
    ['partners', [(content.partners ?? []).map(say).join(', ')]],
    ['about', [text(content.description)]],
  ];
  return sections.flatMap(([name, paragraphs]) => {
    const there = paragraphs.filter((paragraph): paragraph is string => Boolean(paragraph));
    return there.length > 0 ? [{ label: words.sections[name], paragraphs: there }] : [];
  });
}

/** One paragraph for each decision, with its dates, what it covers and where it can be looked up. */
function sayAccreditations({ speaks }: Voice, { accreditations = [], defaultLanguage }: DesignContent) {
  return accreditations.map((one) => {
    const { title, sentence, source } = sayAccreditation(one, speaks, defaultLanguage);
    return `${title}. ${sentence} ${source}: ${one.url}`;
  });
}

function sayEvidence({ name, url, narrative }: CredentialSummary['evidence'][number]): string {
  return [name, narrative, url].filter(Boolean).join(' · ');
}

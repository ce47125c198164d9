/** The words of a certificate, in the two languages that it can speak. Other languages of an award use English. */
import type { DesignContent, Language } from '../../formats/index.ts';

export type CertificateLanguage = 'en' | 'nl';

export type CertificateWords = {
  readonly kind: Readonly<Record<DesignContent['kind'], string>>;
  /** With its article, in the sentence of the declaration. */
  readonly theKind: Readonly<Record<DesignContent['kind'], string>>;
  readonly declares: (institution: string) => string;
  readonly declaresOfNobody: (institution: string) => string;
  readonly awards: (kind: string) => string;
  readonly unnamed: string;
  readonly signed: (day: string, issuer: string) => string;
  readonly withdrawn: string;
  readonly withdrawnOn: (day: string) => string;
  readonly facts: Readonly<
    Record<'level' | 'load' | 'result' | 'awarded' | 'until' | 'form' | 'language', string>
  >;
  readonly noLevel: string;
  readonly hours: (hours: string) => string;
  /** The European list speaks of "presential" and "workbased"; people do not. */
  readonly forms: Readonly<Record<string, string>>;
  readonly check: {
    readonly heading: string;
    readonly scan: (address: string) => string;
    readonly compare: string;
    readonly address: string;
    readonly attached: string;
    readonly code: (address: string) => string;
  };
  readonly page: readonly [string, string];
  readonly overleaf: {
    readonly outcomes: string;
    readonly outcome: string;
    readonly provenIn: string;
    readonly fully: string;
    readonly partly: string;
    readonly none: string;
    readonly assessments: string;
    readonly assessment: string;
    readonly type: string;
    readonly supervision: string;
    readonly weight: string;
    readonly grading: string;
  };
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly stacking: Readonly<Record<'stand-alone' | 'stackable', string>>;
  readonly place: Readonly<Record<'own-course' | 'programme-unit', string>>;
  readonly attachmentName: string;
};

export type SectionName =
  | 'about'
  | 'achieved'
  | 'passing'
  | 'workload'
  | 'participation'
  | 'quality'
  | 'external'
  | 'stacking'
  | 'prerequisites'
  | 'programme'
  | 'field'
  | 'partners';

const english: CertificateWords = {
  kind: {
    microcredential: 'Microcredential',
    'proof-of-competence': 'Proof of competence',
    edubadge: 'Edubadge',
  },
  theKind: {
    microcredential: 'the microcredential',
    'proof-of-competence': 'the proof of competence',
    edubadge: 'the edubadge',
  },
  declares: (institution) => `${institution} declares that`,
  declaresOfNobody: (institution) => `${institution} declares that the holder`,
  awards: (kind) => `has shown what is stated overleaf, and awards ${kind}`,
  unnamed: 'This edition does not name its holder.',
  signed: (day, issuer) => `Awarded on ${day}. Signed electronically by ${issuer}.`,
  withdrawn: 'Withdrawn',
  withdrawnOn: (day) => `Withdrawn by the issuer on ${day}. Do not rely on this certificate.`,
  facts: {
    level: 'Level',
    load: 'Study load',
    result: 'Result',
    awarded: 'Awarded',
    until: 'Valid until',
    form: 'Form',
    language: 'Language',
  },
  noLevel: 'No level is claimed',
  hours: (hours) => `${hours} hours`,
  forms: {
    '9191af2ed9': 'On site',
    '920fbb3cbe': 'Online',
    e92d221e4d: 'Blended',
    '729f3bed4b': 'At the workplace',
    '7813801c77': 'Project-based',
    ed4c557045: 'In a research laboratory',
  },
  check: {
    heading: 'Check this certificate',
    scan: (address) => `Scan the code, or hand in this file at ${address}.`,
    compare:
      'Then compare the page with what is shown there. The printed words are not signed; the code and the attached file are.',
    address: 'Address of the credential',
    attached:
      'The signed credential is attached to this file as credential.json. It can be checked without this website.',
    code: (address) => `QR code with the signed core of this credential. It opens ${address}`,
  },
  page: ['Page', 'of'],
  overleaf: {
    outcomes: 'Learning outcomes and how each was assessed',
    outcome: 'Learning outcome',
    provenIn: 'Shown in',
    fully: 'fully',
    partly: 'in part',
    none: '–',
    assessments: 'Assessments',
    assessment: 'Assessment',
    type: 'Form',
    supervision: 'Supervision and identity',
    weight: 'Weight',
    grading: 'Grading',
  },
  sections: {
    about: 'About',
    achieved: 'Achieved',
    passing: 'Passing',
    workload: 'Workload',
    participation: 'Participation',
    quality: 'Quality assurance',
    external: 'External quality assurance',
    stacking: 'Stacking',
    prerequisites: 'Prerequisites',
    programme: 'Programme',
    field: 'Field of study',
    partners: 'Together with',
  },
  stacking: { 'stand-alone': 'It stands alone.', stackable: 'It can count towards something larger.' },
  place: {
    'own-course': 'A course of its own, outside a degree programme.',
    'programme-unit': 'A unit of a degree programme.',
  },
  attachmentName: 'The signed credential (Open Badges 3.0)',
};

const dutch: CertificateWords = {
  kind: {
    microcredential: 'Microcredential',
    'proof-of-competence': 'Bekwaamheidsbewijs',
    edubadge: 'Edubadge',
  },
  theKind: {
    microcredential: 'de microcredential',
    'proof-of-competence': 'het bekwaamheidsbewijs',
    edubadge: 'de edubadge',
  },
  declares: (institution) => `${institution} verklaart dat`,
  declaresOfNobody: (institution) => `${institution} verklaart dat de houder`,
  awards: (kind) => `heeft aangetoond wat op de volgende pagina staat, en verleent ${kind}`,
  unnamed: 'Deze uitgave noemt de naam van de houder niet.',
  signed: (day, issuer) => `Toegekend op ${day}. Elektronisch ondertekend door ${issuer}.`,
  withdrawn: 'Ingetrokken',
  withdrawnOn: (day) => `Door de uitgever ingetrokken op ${day}. Ga niet op dit certificaat af.`,
  facts: {
    level: 'Niveau',
    load: 'Studielast',
    result: 'Resultaat',
    awarded: 'Toegekend',
    until: 'Geldig tot en met',
    form: 'Vorm',
    language: 'Voertaal',
  },
  noLevel: 'Zonder niveau',
  hours: (hours) => `${hours} uur`,
  forms: {
    '9191af2ed9': 'Op locatie',
    '920fbb3cbe': 'Online',
    e92d221e4d: 'Blended',
    '729f3bed4b': 'Op de werkplek',
    '7813801c77': 'Projectmatig',
    ed4c557045: 'In een onderzoekslaboratorium',
  },
  check: {
    heading: 'Controleer dit certificaat',
    scan: (address) => `Scan de code, of lever dit bestand in op ${address}.`,
    compare:
      'Vergelijk daarna de pagina met wat daar te zien is. De gedrukte woorden zijn niet ondertekend; de code en het bijgevoegde bestand wel.',
    address: 'Adres van het bewijs',
    attached:
      'Het ondertekende bewijs is als credential.json bij dit bestand gevoegd en is ook zonder deze website te controleren.',
    code: (address) => `QR-code met de ondertekende kern van dit bewijs. De code opent ${address}`,
  },
  page: ['Pagina', 'van'],
  overleaf: {
    outcomes: 'Leeruitkomsten en hoe elk daarvan is getoetst',
    outcome: 'Leeruitkomst',
    provenIn: 'Aangetoond in',
    fully: 'volledig',
    partly: 'gedeeltelijk',
    none: '–',
    assessments: 'Toetsen',
    assessment: 'Toets',
    type: 'Vorm',
    supervision: 'Toezicht en identiteit',
    weight: 'Weging',
    grading: 'Beoordeling',
  },
  sections: {
    about: 'Inhoud',
    achieved: 'Behaald',
    passing: 'Slagen',
    workload: 'Studielast',
    participation: 'Deelname',
    quality: 'Kwaliteitszorg',
    external: 'Externe kwaliteitszorg',
    stacking: 'Stapelbaarheid',
    prerequisites: 'Voorkennis',
    programme: 'Opleiding',
    field: 'Vakgebied',
    partners: 'Samen met',
  },
  stacking: { 'stand-alone': 'Het staat op zichzelf.', stackable: 'Het kan meetellen in een groter geheel.' },
  place: {
    'own-course': 'Een zelfstandige cursus, buiten een opleiding.',
    'programme-unit': 'Een onderdeel van een opleiding.',
  },
  attachmentName: 'Het ondertekende bewijs (Open Badges 3.0)',
};

/** Which of its two languages a certificate speaks for an award in any language. */
export function certificateLanguage(language: Language): CertificateLanguage {
  return language === 'nl' || language.startsWith('nl-') ? 'nl' : 'en';
}

export function certificateWords(language: CertificateLanguage): CertificateWords {
  return language === 'nl' ? dutch : english;
}

/** Who does what in each of the four journeys, and what they learn on the way. */
import type { Locale } from '../../src/web/lib/i18n.ts';

export type Story = {
  readonly locale: Locale;
  readonly other: Locale;
  readonly width: number;
  readonly kind: 'microcredential' | 'proof-of-competence' | 'edubadge';
  readonly scheme: '1-10' | 'o-v-g';
  /** As it is given, as it is signed, and one that does not pass. */
  readonly result: { readonly given: string; readonly signed: string; readonly failing?: string };
  readonly ownImage: boolean;
  readonly keyboardOnly: boolean;
  readonly learner: { readonly name: string; readonly email: string };
  readonly title: Readonly<Record<Locale, string>>;
  /** Public ids and addresses, as they become known. */
  design: string;
  award: string;
  offer: string;
  publicPath: string;
  /** Who is signed in where, by role. */
  readonly sessions: { staff?: Session; awarder?: Session; learner?: Session };
};

export type Session = {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Strict' | 'Lax' | 'None';
  }[];
  origins: { origin: string; localStorage: { name: string; value: string }[] }[];
};

type Cast = Pick<
  Story,
  'locale' | 'width' | 'kind' | 'scheme' | 'result' | 'ownImage' | 'keyboardOnly' | 'learner'
>;

const mark8 = { given: '8', signed: '8', failing: '4' };

const casts: readonly Cast[] = [
  {
    locale: 'en',
    width: 1440,
    kind: 'microcredential',
    scheme: '1-10',
    result: mark8,
    ownImage: false,
    keyboardOnly: false,
    learner: { name: 'Robin Terpstra', email: 'robin.terpstra@example.nl' },
  },
  {
    locale: 'en',
    width: 390,
    kind: 'microcredential',
    scheme: '1-10',
    result: mark8,
    ownImage: false,
    keyboardOnly: true,
    learner: { name: 'Georgia Papadopoulou', email: 'g.papadopoulou@example.org' },
  },
  {
    locale: 'nl',
    width: 1440,
    kind: 'proof-of-competence',
    scheme: 'o-v-g',
    result: { given: 'goed', signed: 'goed' },
    ownImage: true,
    keyboardOnly: false,
    learner: { name: "Zoë D'Hondt", email: 'zoe.dhondt@example.org' },
  },
  {
    locale: 'nl',
    width: 390,
    kind: 'microcredential',
    scheme: '1-10',
    result: { given: '7,5', signed: '7.5', failing: '4' },
    ownImage: false,
    keyboardOnly: false,
    learner: { name: 'Łucja Świątek-Żak', email: 'lucja.sz@example.org' },
  },
];

/** Titles of their own, so that four journeys share one house. */
export const stories: readonly Story[] = casts.map((cast) => {
  const mark = `${cast.locale}${cast.width}-${crypto.randomUUID().slice(0, 6)}`;
  return {
    ...cast,
    other: cast.locale === 'en' ? 'nl' : 'en',
    title: { en: `Reading groundwater maps ${mark}`, nl: `Grondwaterkaarten lezen ${mark}` },
    design: '',
    award: '',
    offer: '',
    publicPath: '',
    sessions: {},
  };
});

/** Where people can come from, and what this room asks of rooms that stand later on the ladder. */
import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import type { IdentityProvider } from '../../platform/identity/index.ts';

export type SignInProvider = {
  /** In our addresses: `learner`, the name of a further provider, or the slug of an institution. */
  readonly id: string;
  readonly name: Text;
  readonly settings: IdentityProvider;
  /** Whose staff it knows; null for the provider of learners. */
  readonly institutionId: string | null;
  /** Domains for which it may speak; null: any. */
  readonly scopes: readonly string[] | null;
  /** Takes from it no names by which institutions know people, whatever it says. */
  readonly addressesOnly?: boolean;
  /** Values of `acr` by which it says that a second factor was given; absent: REFEDS MFA. */
  readonly secondFactorAcr?: readonly string[];
};

export type FindProvider = (id: string) => Promise<SignInProvider | undefined>;
export type ListProviders = () => Promise<readonly SignInProvider[]>;

/** Makes members of those whom their institution named beforehand. */
export type RecogniseMember = (
  tx: Tx,
  input: { institutionId: string; identifiers: readonly string[]; personId: string },
) => Promise<void>;

/** One line per institution where the person has a role at that instant. */
export type ListRights = (
  tx: Tx,
  personId: string,
  at: Date,
) => Promise<
  readonly {
    readonly institutionId: string;
    readonly roles: readonly string[];
    /** Each with the place where it is held; `namesOf` leaves the places out. */
    readonly permissions: ReadonlySet<string>;
  }[]
>;

/** Permissions without their places: what pages may show. */
export type NamesOf = (permissions: Iterable<string>) => string[];

export type FindInstitution = (
  tx: Tx,
  id: string,
) => Promise<{ readonly id: string; readonly slug: string; readonly name: Text } | undefined>;

/** By what stands in addresses. */
export type FindInstitutionBySlug = (
  tx: Tx,
  slug: string,
) => Promise<{ readonly id: string; readonly slug: string; readonly name: Text } | undefined>;

/** What an institution asks of those who act for it, and the issuer of its own provider, when it has one. */
export type FindStaffRule = (
  tx: Tx,
  institutionId: string,
) => Promise<{ readonly secondFactor: 'required' | 'off'; readonly issuer: string | undefined } | undefined>;

/** Every room moves what carries one person's id to another, in the caller's transaction (DECISIONS 21, 22). */
export type RebindPerson = (tx: Tx, from: string, to: string) => Promise<void>;

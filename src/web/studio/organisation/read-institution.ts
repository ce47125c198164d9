import { readLanguages, readLine, readList, readOptional } from './read-fields.ts';

const schemes = ['BRIN', 'ROR', 'DEQAR', 'KvK', 'EUID', 'eIDAS'] as const;

export function readProfile(form: FormData) {
  const address = Object.fromEntries(
    ['country', 'street', 'postalCode', 'locality', 'region']
      .map((name) => [name, readLine(form, `address.${name}`)] as const)
      .filter(([, value]) => value !== ''),
  );
  return {
    kind: readLine(form, 'kind'),
    name: readLanguages(form, 'name'),
    description: readLanguages(form, 'description'),
    website: readOptional(form, 'website'),
    email: readOptional(form, 'email'),
    gradingTable: readOptional(form, 'gradingTable'),
    linkedinId: readOptional(form, 'linkedinId'),
    timeZone: readLine(form, 'timeZone'),
    address,
    identifiers: readIdentifiers(form),
  };
}

export function readIdentifiers(form: FormData): Record<string, string[]> {
  return {
    schacHomeOrganization: readList(form, 'identifiers.schacHomeOrganization').map((one) =>
      one.toLowerCase(),
    ),
    ...Object.fromEntries(
      schemes.map((scheme) => {
        const value = readLine(form, `identifiers.${scheme}`);
        return [scheme, value ? [value] : []];
      }),
    ),
  };
}

export function readHouseStyle(form: FormData) {
  return {
    inks: [0, 1, 2, 3].map((at) => readLine(form, `inks.${at}`)).filter((ink) => ink !== ''),
    senderName: readOptional(form, 'senderName'),
    replyTo: readOptional(form, 'replyTo'),
    defaultLanguage: readLine(form, 'defaultLanguage'),
  };
}

export function readRules(form: FormData) {
  return {
    formalBasis: readOptional(form, 'formalBasis'),
    informalBasis: readOptional(form, 'informalBasis'),
    openTo: readLine(form, 'openTo'),
    openToInstitutions: form.getAll('openToInstitutions').map(String),
    secondFactor: readLine(form, 'secondFactor'),
  };
}

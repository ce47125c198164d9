/** Names of the contexts that documents of ours carry or that readers must tell apart. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES_2 = 'https://w3id.org/openbadges/v2';
export const OPEN_BADGES_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

const OPEN_BADGES_3_PATTERN = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)?\.json$/;

export function isOpenBadges3Context(url: string): boolean {
  return OPEN_BADGES_3_PATTERN.test(url);
}

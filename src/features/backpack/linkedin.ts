/** LinkedIn's "Add to profile" address. Pure. Months are of the award day itself, 1 to 12, so no zone can move them. */

export type LinkedinFacts = {
  readonly title: string;
  readonly organisation: { readonly id: string | null; readonly name: string };
  /** Calendar days. */
  readonly awardedOn: string;
  readonly expiresOn: string | null;
  readonly url: string;
  readonly certificateId: string;
};

export function composeLinkedinUrl(facts: LinkedinFacts): string {
  const [issueYear = '', issueMonth = ''] = facts.awardedOn.split('-');
  const parameters = new URLSearchParams({ startTask: 'CERTIFICATION_NAME', name: facts.title });
  // An id makes the profile link to the organisation's own page; a name is only text.
  if (facts.organisation.id) parameters.set('organizationId', facts.organisation.id);
  else parameters.set('organizationName', facts.organisation.name);
  parameters.set('issueYear', issueYear);
  parameters.set('issueMonth', String(Number(issueMonth)));
  if (facts.expiresOn) {
    const [year = '', month = ''] = facts.expiresOn.split('-');
    parameters.set('expirationYear', year);
    parameters.set('expirationMonth', String(Number(month)));
  }
  parameters.set('certUrl', facts.url);
  parameters.set('certId', facts.certificateId);
  return `https://www.linkedin.com/profile/add?${parameters}`;
}

/** A short code that people can read out: the first eight characters of the public id, in two groups. */
export function shortCode(publicId: string): string {
  return `${publicId.slice(0, 4)}-${publicId.slice(4, 8)}`.toUpperCase();
}

/** Why bytes cannot be taken as what they claim to be. Rooms decide by `reason`, never by the message. */
export type FormatReason =
  | 'json-malformed'
  | 'json-too-large'
  | 'json-too-deep'
  | 'json-too-many-nodes'
  | 'json-duplicate-key'
  | 'json-forbidden-key'
  | 'json-lone-surrogate'
  | 'json-number-out-of-range'
  | 'not-an-object'
  | 'multibase-malformed'
  | 'multikey-malformed'
  | 'did-malformed'
  | 'context-unknown'
  | 'context-inline'
  | 'json-ld-unsafe'
  | 'json-ld-not-compact'
  | 'graph-too-complex'
  | 'jwt-malformed'
  | 'sd-jwt-malformed'
  | 'envelope-malformed'
  | 'proof-value-malformed'
  | 'pointer-malformed'
  | 'pointer-unknown'
  | 'facts-incomplete'
  | 'png-malformed'
  | 'svg-malformed'
  | 'svg-forbidden'
  | 'baked-twice'
  | 'text-too-large';

export class FormatRefusal extends Error {
  override readonly name = 'FormatRefusal';
  readonly reason: FormatReason;
  readonly detail: string | undefined;

  constructor(reason: FormatReason, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? reason : `${reason}: ${detail}`, options);
    this.reason = reason;
    this.detail = detail;
  }
}

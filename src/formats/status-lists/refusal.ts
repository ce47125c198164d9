/** The error classes of Bitstring Status List 1.0, section 3.6, each a refusal of its own. */
export type StatusReason =
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'RANGE_ERROR'
  | 'MALFORMED_VALUE_ERROR';

const TYPE_BASE = 'https://www.w3.org/ns/credentials/status-list#';

export class StatusRefusal extends Error {
  override readonly name = 'StatusRefusal';
  readonly reason: StatusReason;
  /** Problem type of RFC 9457, as the standard names it. */
  readonly type: string;
  readonly detail: string | undefined;

  constructor(reason: StatusReason, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? reason : `${reason}: ${detail}`, options);
    this.reason = reason;
    this.type = TYPE_BASE + reason;
    this.detail = detail;
  }
}

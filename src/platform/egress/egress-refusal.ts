export type EgressReason =
  | 'egress.url-malformed'
  | 'egress.not-https'
  | 'egress.port'
  | 'egress.private-address'
  | 'egress.too-many-redirects'
  | 'egress.too-large'
  | 'egress.encoding'
  | 'egress.timeout'
  | 'egress.unreachable';

/** Why nothing was fetched. A verifier turns it into *not checked*, never into *failed*. */
export class EgressRefusal extends Error {
  override readonly name = 'EgressRefusal';
  readonly reason: EgressReason;
  constructor(reason: EgressReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Finds the refusal that a connector or a reader threw somewhere below. */
export function findRefusal(error: unknown): EgressRefusal | undefined {
  for (let depth = 0, cause = error; cause instanceof Error && depth < 5; depth++, cause = cause.cause) {
    if (cause instanceof EgressRefusal) return cause;
    if (cause instanceof AggregateError) {
      const inner = cause.errors.find((one) => one instanceof EgressRefusal);
      if (inner) return inner;
    }
  }
  return undefined;
}

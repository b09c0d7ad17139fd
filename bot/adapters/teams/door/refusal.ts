/** Why an activity was not let in: for the log alone. */
export type RefusalReason =
  | 'no-token'
  | 'no-jwt'
  | 'algorithm'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-key'
  | 'endorsement'
  | 'signature'
  | 'service-url-claim'
  | 'channel'
  | 'no-service-url'
  | 'service-url'
  | 'tenant'
  | 'keys-unavailable';

/** An activity that is not let in. Whoever sent it learns the status and nothing else. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: 400 | 401 | 403 | 503,
    readonly reason: RefusalReason,
  ) {
    super(reason);
  }
}

import type { Delivery } from '../../domain/outbox/attempts';

/** A request that Microsoft Graph did not carry out, or that perhaps it did. The message holds codes only. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';

  constructor(
    /** Such as `graph-403`, `econnreset`, `no-answer`. */
    readonly code: string,
    readonly about: {
      /** Undefined where no answer came. */
      readonly status?: number;
      readonly retryAfterSeconds?: number;
      /** The request never left, or never arrived: certainly nothing was done. */
      readonly neverArrived?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: about.cause });
  }

  /** Whether Graph may have done what it was asked all the same: a repeat might do it twice. */
  get isUnsure(): boolean {
    const { status, neverArrived = false } = this.about;
    return !neverArrived && (status === undefined || status < 300 || status === 408 || status >= 500);
  }
}

/** The statuses that say "not now": nothing was done, and the same request may succeed later. */
const NOT_NOW: readonly (number | undefined)[] = [409, 412, 423, 429];

/** What a failure means for the outbox entry. Anything but a `GraphFailure` is a defect, and is thrown on. */
export function deliveryAfter(cause: unknown): Delivery {
  if (!(cause instanceof GraphFailure)) throw cause;
  const { status, retryAfterSeconds, neverArrived } = cause.about;
  const what = { failure: cause.code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  if (cause.isUnsure) return { result: 'unsure', ...what };
  if (neverArrived || NOT_NOW.includes(status)) return { result: 'failed', ...what };
  return { result: 'refused', failure: cause.code };
}

/** The same for a request of which nobody notices if it is carried out twice: what is unsure may simply be repeated. */
export function deliveryAfterRepeatable(cause: unknown): Delivery {
  const delivery = deliveryAfter(cause);
  return delivery.result === 'unsure' ? { ...delivery, result: 'failed' } : delivery;
}

import type { Delivery } from '../../domain/outbox/attempts';
import type { Log } from '../../ports';
import { deliveryAfterRepeatable } from './graph-failure';

/**
 * Does something in SharePoint that may be done twice, and tells how it went. What is not there is no final refusal: a
 * list or a library may still be made, and a line that somebody has taken out meanwhile is written anew.
 */
export async function attemptRepeatable(
  log: Log,
  event: string,
  about: { readonly case: string | undefined },
  work: () => Promise<unknown>,
): Promise<Delivery> {
  try {
    await work();
    return { result: 'sent' };
  } catch (cause) {
    log.error(event, cause, about);
    const delivery = deliveryAfterRepeatable(cause);
    const isGone = delivery.result === 'refused' && delivery.failure === 'graph-404';
    return isGone ? { ...delivery, result: 'failed' } : delivery;
  }
}

const SECONDS = /^\d+$/;
/** A date of HTTP begins with its weekday, short or long. What else `Date.parse` takes for a date is none. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * How long an answer asks to wait before the next attempt, in seconds: its `Retry-After`, which is a number of seconds or
 * a date (RFC 9110, 10.2.3). A date is reckoned from the answer's own `Date`, so that it does not matter whose clock is
 * right. Undefined where the answer asks for no pause, or in no way that can be read. How long one really waits is up to
 * whoever asks: the number may be huge.
 */
export function retryAfterSeconds(headers: Pick<Headers, 'get'>): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = SECONDS.test(text) ? Number(text) : Math.ceil((momentOf(text) - answeredAt(headers)) / 1000);
  return seconds > 0 ? seconds : undefined;
}

/** In milliseconds; NaN for what is no date. The oldest of its three forms does not name its time zone, which is always GMT. */
function momentOf(text: string): number {
  if (!HTTP_DATE.test(text)) return Number.NaN;
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}

function answeredAt(headers: Pick<Headers, 'get'>): number {
  const moment = momentOf(headers.get('date') ?? '');
  return Number.isNaN(moment) ? Date.now() : moment;
}

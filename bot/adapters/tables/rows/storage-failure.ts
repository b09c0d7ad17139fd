import { RestError } from '@azure/data-tables';
import { Unavailable } from '../../../domain/errors';
import { ForeignAnswer } from './storage-answer';

/** The way to storage is open, but what came back does not say whether what was asked has been done. */
export class Unconfirmed extends Unavailable {}

/**
 * The result of a call to storage.
 * @throws Unavailable when storage cannot be reached, is too slow, throttles, or answers 5xx; `Unconfirmed` when the answer
 * is not one of storage's. Other errors pass.
 */
export async function reaching<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    // Without its cause: the client's own error quotes what it could not read, and whatever is thrown ends in the log.
    if (isForeign(error)) {
      throw new Unconfirmed('Table storage cannot be used', {
        why: error instanceof ForeignAnswer ? error.message : 'it answered what cannot be read',
        remedy: 'Look what answers in its place: a proxy or a firewall between this host and the account.',
      });
    }
    const why = outage(error);
    if (why === undefined) throw error;
    throw new Unavailable('Table storage cannot be used', {
      why,
      remedy:
        'Check that the account in AZURE_TABLES_ENDPOINT (or AZURE_STORAGE_CONNECTION_STRING) is up, and that its network lets this host in.',
      cause: error,
    });
  }
}

/**
 * Whether storage turned a write down because the rows are not as the writer thought: somebody else was first, or the
 * client repeated after a lost answer and met its own work.
 */
export function isRefused(error: unknown): error is RestError {
  return (
    error instanceof RestError &&
    (error.statusCode === 404 || error.statusCode === 409 || error.statusCode === 412) &&
    codeOf(error) !== 'TableNotFound'
  );
}

/** Whether the row asked for does not exist (and not, say, its table). */
export function isAbsent(error: unknown): error is RestError {
  return error instanceof RestError && error.statusCode === 404 && codeOf(error) !== 'TableNotFound';
}

function isForeign(error: unknown): boolean {
  return error instanceof ForeignAnswer || (error instanceof RestError && error.code === RestError.PARSE_ERROR);
}

function outage(error: unknown): string | undefined {
  if (error instanceof Error && error.name === 'AbortError') return 'it did not answer in time';
  if (!(error instanceof RestError)) return undefined;
  const { statusCode, code } = error;
  if (statusCode === undefined) return `the connection failed (${code ?? 'no code'})`;
  return statusCode >= 500 || statusCode === 408 || statusCode === 429 ? `it answered ${statusCode}` : undefined;
}

/** The service's own code: at the error for transactions, in its details for everything else. */
function codeOf({ code, details }: RestError): string | undefined {
  if (code !== undefined) return code;
  const answer: { odataError?: { code?: string } } = Object(details);
  return answer.odataError?.code;
}

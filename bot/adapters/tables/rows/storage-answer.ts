import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';

/**
 * An answer came, but not one that storage gives: a proxy's page, an empty object, half a transaction. It says nothing of
 * what was asked, whatever its status is.
 */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
}

/** What a row, and a page of rows, have near their beginning, whatever was selected. */
const ROW = /"(PartitionKey|odata\.etag)"\s*:/;
const PAGE = /"value"\s*:\s*\[/;
const BEGINNING = 4_000;
/** Answers by which a caller learns that a row is absent, there already, or changed. */
const REFUSALS: readonly number[] = [404, 409, 412];

/**
 * Below the client's reading of answers, which takes an object without rows for a table without rows, any page with status
 * 404 for a row that is not there, and what it cannot read in a transaction's answer for nothing.
 */
export const onlyFromStorage: PipelinePolicy = {
  name: 'only-from-storage',
  async sendRequest(request, next) {
    const response = await next(request);
    if (!isFromStorage(response)) throw new ForeignAnswer(`it answered ${response.status}, but not as storage does`);
    return response;
  },
};

function isFromStorage({ request, status, headers, bodyAsText }: PipelineResponse): boolean {
  const text = bodyAsText ?? '';
  if (REFUSALS.includes(status)) return text.includes('"odata.error"');
  if (status >= 400) return true;
  if (request.method === 'GET') {
    const wanted = request.url.includes('(PartitionKey=') ? ROW : PAGE;
    return status === 200 && wanted.test(text.slice(0, BEGINNING));
  }
  if (request.url.includes('/$batch')) {
    const isInParts = headers.get('content-type')?.startsWith('multipart/mixed') === true;
    return isInParts && stepsIn(text).every((step) => /HTTP\/1\.1 \d{3}/.test(step));
  }
  return status === 201 || status === 204;
}

function stepsIn(transaction: string): readonly string[] {
  return transaction.split('--changesetresponse_').slice(1, -1);
}

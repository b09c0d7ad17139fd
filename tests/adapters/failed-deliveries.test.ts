/** What an answer of Teams or Graph means for the entry that was to be delivered. */
import { deliveryAfter as afterGraph, GraphFailure } from '../../bot/adapters/graph/graph-failure';
import { deliveryAfter } from '../../bot/adapters/teams/sending/messenger';
import type { Delivery } from '../../bot/domain/outbox/attempts';

const answered = (statusCode: number, retryAfter?: string) =>
  Object.assign(new Error(), {
    statusCode,
    response: { headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) },
  });

describe('Teams', () => {
  it.each<[number, Delivery['result'], Delivery['result']]>([
    [400, 'refused', 'refused'],
    [401, 'refused', 'refused'],
    [403, 'shut-out', 'shut-out'],
    [404, 'refused', 'refused'],
    [405, 'refused', 'refused'],
    [408, 'unsure', 'failed'],
    [409, 'failed', 'failed'],
    [412, 'failed', 'failed'],
    [413, 'refused', 'refused'],
    [429, 'failed', 'failed'],
    [500, 'unsure', 'failed'],
    [502, 'unsure', 'failed'],
    [503, 'unsure', 'failed'],
    [504, 'unsure', 'failed'],
  ])('%i: a new message is %s, an update in place %s', (status, message, update) => {
    const failure = `connector-${status}`;
    expect(deliveryAfter(answered(status), false)).toEqual({ result: message, failure });
    expect(deliveryAfter(answered(status), true)).toEqual({ result: update, failure });
  });

  it('says how long to wait, if it does', () => {
    for (const status of [409, 412, 429, 503]) {
      expect(deliveryAfter(answered(status, '30'), true)).toMatchObject({ result: 'failed', retryAfterSeconds: 30 });
      expect(deliveryAfter(answered(status, '-30'), true)).not.toHaveProperty('retryAfterSeconds');
    }
  });

  it('that was not reached has done nothing; one that hung up perhaps has', () => {
    const broken = (code: string) => deliveryAfter(Object.assign(new Error(), { code }), false);
    expect(broken('ECONNREFUSED')).toEqual({ result: 'failed', failure: 'econnrefused' });
    expect(broken('ECONNRESET')).toEqual({ result: 'unsure', failure: 'econnreset' });
  });
});

describe('Graph', () => {
  it.each<[number, Delivery['result']]>([
    [400, 'refused'],
    [403, 'refused'],
    [408, 'unsure'],
    [409, 'failed'],
    [412, 'failed'],
    [429, 'failed'],
    [500, 'unsure'],
    [504, 'unsure'],
  ])('%i is %s', (status, result) => {
    expect(afterGraph(new GraphFailure(`graph-${status}`, { status }))).toEqual({ result, failure: `graph-${status}` });
  });
});

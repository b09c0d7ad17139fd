import type { Failure } from '../fixtures/graph/start-graph';

/** Every way that Graph fails in at once (being late is tested apart), and what an attempt is called then. */
export const FAILURES: readonly (readonly [string, Failure, 'failed' | 'refused'])[] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'failed'],
  ['429 without it', { status: 429 }, 'failed'],
  ['500 after accepting', { status: 500, afterAccepting: true }, 'failed'],
  ['502 after accepting', { status: 502, afterAccepting: true }, 'failed'],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7' } }, 'failed'],
  ['504 after accepting', { status: 504, afterAccepting: true }, 'failed'],
  ['a reset after accepting', { reset: true, afterAccepting: true }, 'failed'],
  ['401', { status: 401 }, 'refused'],
  ['403', { status: 403 }, 'refused'],
  ['404', { status: 404 }, 'failed'],
  ['412', { status: 412 }, 'failed'],
];

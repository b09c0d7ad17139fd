/** What the check of processes says of walks that are handed over. */
import type { HandOverRule, Process } from '../../bot/domain/process/process';
import { loadModel } from '../fixtures/model';
import { checkHandOvers, leadsAway } from './check-hand-overs';

const visit = loadModel('visit-request').process;
const dignitary = loadModel('dignitary-visit').process;
const others = new Map([visit, dignitary].map((process) => [process.id, process]));

/** What is said of the visit request when its rule is another. */
function said(rule: Partial<HandOverRule>, of: ReadonlyMap<string, Process> = others): string {
  const handsOver = visit.handsOver.map((handOver) => ({ ...handOver, ...rule }));
  return checkHandOvers({ ...visit, handsOver }, of).join('\n');
}

it('nothing of those that hand over as they do', () => {
  expect([visit, dignitary].flatMap((process) => checkHandOvers(process, others))).toEqual([]);
});

it.each<[string, Partial<HandOverRule>, string]>([
  ['a process that is not there', { to: 'royal-visit' }, 'leads to "royal-visit", which is no other process'],
  ['itself', { to: 'visit-request' }, 'leads to "visit-request", which is no other process'],
  [
    'an item that the other has not',
    { answers: { crown: 'guests' } },
    '"crown", which is not an item of "dignitary-visit"',
  ],
  [
    'an item that it has not itself',
    { answers: { kind: 'crown' } },
    '"crown", which is not an item of "visit-request"',
  ],
  ['an item of another type', { answers: { kind: 'guests' } }, 'answers "kind" (choice) with "guests" (text)'],
  ['what hands back at once', { answers: { foreign: { is: false } } }, 'which hands the walk back at once'],
])('that it leads to %s', (_, rule, expected) => {
  expect(said(rule)).toContain(expected);
});

it('and which choices lead away, so that nothing has to be shown for them', () => {
  expect(leadsAway(dignitary, 'kind', 'none-of-these')).toBe(true);
  expect(leadsAway(dignitary, 'kind', 'minister')).toBe(false);
});

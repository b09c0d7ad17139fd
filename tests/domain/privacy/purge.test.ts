import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isEditable, openActions } from '../../../bot/domain/case/life';
import { CASE_ACTIONS, type CaseAction } from '../../../bot/domain/case/lives/life-of';
import type { WholeCase } from '../../../bot/domain/case/whole-case';
import { CASE_STATES } from '../../../bot/domain/case-state';
import { lineOf } from '../../../bot/domain/listing/line';
import { REMOVED } from '../../../bot/domain/person';
import { linesIn, purgeDue, purged } from '../../../bot/domain/privacy/purge';
import { findItem, itemsOf, processFileSchema } from '../../../bot/domain/process/process';
import type { Model } from '../../../bot/domain/rules/model';
import { PROCESSES } from '../../fixtures/model';
import { goldenOf, HANDLER, lived, livedCases, MODELS, modelOf, REQUESTER } from '../lived-cases';

const LATER = new Date('2032-01-01T01:00:00.000Z');
const purgeOf = (whole: WholeCase) => purged(modelOf(whole.case.process), whole, LATER);

const rule = (process: string) => {
  const found = modelOf(process).directory.retention.find(({ id }) => id === process);
  if (!found) throw new Error(`No retention is set for "${process}".`);
  return found;
};

describe('what is left of any case of any process', () => {
  it('is nobody, and nothing that anybody could have typed freely', () => {
    fc.assert(
      fc.property(livedCases, (whole) => {
        const { case: made, events, todos, entries, event, added } = purgeOf(whole);
        const left = JSON.stringify({ made, events, todos, entries, event, added });
        for (const gone of [REQUESTER, HANDLER].flatMap(({ id, name }) => [id, name])) expect(left).not.toContain(gone);
        expect(left).not.toMatch(/Secretive|1234567|Sulo|33333333|message-/);
        expect(JSON.stringify(whole)).toContain(REQUESTER.name);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps number, state, days, units, outcome with its source, choices and numbers', () => {
    fc.assert(
      fc.property(livedCases, (whole) => {
        const { case: made, events } = purgeOf(whole);
        const { process } = modelOf(made.process);
        for (const key of ['number', 'process', 'version', 'state', 'since', 'submittedAt'] as const) {
          expect(made[key]).toEqual(whole.case[key]);
        }
        expect(made.explanation).toMatchObject({
          outcome: whole.case.explanation.outcome,
          source: whole.case.explanation.source,
        });
        expect(made.routing.responsible).toMatchObject({
          unit: whole.case.routing.responsible.unit,
          rule: whole.case.routing.responsible.rule,
        });
        for (const [item, answer] of Object.entries(whole.case.answers)) {
          const asked = findItem(process, item);
          const goes = asked && 'personal' in asked && asked.personal;
          expect(made.answers[item]).toEqual(goes && answer !== null ? undefined : answer);
        }
        for (const [item, answer] of Object.entries(whole.case.recorded ?? {})) {
          const asked = process.forms.flatMap(({ items }) => items).find(({ id }) => id === item);
          expect(made.recorded?.[item]).toEqual(asked && 'personal' in asked ? undefined : answer);
        }
        expect(events.map(({ sequence, type, at }) => [sequence, type, at])).toEqual(
          whole.events.map(({ sequence, type, at }) => [sequence, type, at]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the same after a second time, but for the event of it', () => {
    fc.assert(
      fc.property(livedCases, (whole) => {
        const first = purgeOf(whole);
        const again = purgeOf({ ...first, events: first.events });
        expect(again.case.answers).toEqual(first.case.answers);
        expect(again.todos).toEqual(first.todos);
        expect(again.events).toEqual(first.events);
      }),
      { numRuns: 30 },
    );
  });

  it('can be listed, and nothing can be done with it', () => {
    fc.assert(
      fc.property(livedCases, (whole) => {
        const { case: made, todos } = purgeOf(whole);
        const line = lineOf(modelOf(made.process), made, todos);
        expect(line.requester).toEqual(REMOVED);
        expect(made.draft).toBe(REMOVED.id);
        for (const state of CASE_STATES) {
          expect(
            openActions(modelOf(made.process).process, { ...made, state }, ['requester', 'responsible', 'coordinator']),
          ).toEqual([]);
          expect(isEditable(modelOf(made.process).process, { ...made, state })).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
    expect(CASE_ACTIONS.length).toBeGreaterThan(0);
  });
});

describe('the number of initiatives', () => {
  it('stays when their text goes, also a second time', () => {
    const visit = modelOf('visit-request');
    const golden = goldenOf(visit).find(({ outcome }) => outcome === 'receive');
    if (!golden) throw new Error('No golden case is received.');
    const whole = lived(visit, golden, {
      life: ['accept', 'plan', 'hold', 'follow-up', 'close'],
      day: 3,
      figure: 7,
      lines: 3,
    });
    const first = purgeOf(whole);
    const answersOf = (todos: WholeCase['todos']) => todos.find(({ key }) => key === 'after.initiatives')?.answers;
    expect(answersOf(first.todos)).toEqual({ 'initiatives-count': 3, 'learned-count': 3 });
    expect(answersOf(purgeOf(first).todos)).toEqual({ 'initiatives-count': 3, 'learned-count': 3 });
    expect(linesIn(' \n one\n\n two ')).toBe(2);
  });
});

describe('what the process does not ask any more', () => {
  it('loses its words, and keeps its numbers', () => {
    const [whole] = fc.sample(livedCases, { numRuns: 1, seed: 7 });
    if (!whole) throw new Error('There is no case.');
    const answers = { ...whole.case.answers, 'asked-once': 'Zacharias', 'counted-once': 3, 'was-it': true };
    const todos = [{ key: 'gone.todo', revision: 1, answers: { note: 'Zacharias', 'head-count': 12 } }];
    const left = purgeOf({ ...whole, case: { ...whole.case, answers }, todos });
    expect(left.case.answers).toMatchObject({ 'counted-once': 3, 'was-it': true });
    expect(left.todos).toEqual([{ key: 'gone.todo', revision: 1, answers: { 'head-count': 12 } }]);
    expect(JSON.stringify(left)).not.toContain('Zacharias');
  });
});

describe('a text of a process', () => {
  const items = (file: string) => JSON.parse(readFileSync(join(PROCESSES, file, 'process.json'), 'utf8'));

  it.each(MODELS.map(({ process }) => process.id))('says of %s whether it may name a person, or is refused', (id) => {
    const file = items(id);
    expect(processFileSchema.safeParse(file).success).toBe(true);
    const undecided = JSON.parse(JSON.stringify(file, (key, value) => (key === 'personal' ? undefined : value)));
    expect(processFileSchema.safeParse(undecided).success).toBe(false);
  });

  it('is personal where anything at all can be written', () => {
    const open = MODELS.flatMap(({ process }) => [
      ...itemsOf(process),
      ...process.lists.flatMap(({ todos }) => todos.flatMap(({ form }) => form)),
      ...process.forms.flatMap((form) => form.items),
    ]).filter((item) => item.type === 'text' && item.multiline === true && !item.personal);
    expect(open.map(({ id }) => id)).toEqual([]);
  });
});

describe('when a case is purged', () => {
  const golden = (model: Model) =>
    goldenOf(model)[0] ?? { name: '', answers: {}, outcome: '', responsible: '', informed: [] };
  const of = (process: string, life: readonly CaseAction[]) => {
    const model = modelOf(process);
    return lived(model, golden(model), { life, day: 0, figure: 1, lines: 1 }).case;
  };
  const visit = modelOf('visit-request');

  it.each(MODELS.map(({ process }) => process.id))('is decided for %s', (process) => {
    expect(rule(process).unendedMonths).toBeGreaterThan(rule(process).months);
  });

  it('is so many months after its end', () => {
    const made = of('visit-request', ['decline']);
    expect(made.since.at).toBe('2026-01-02T11:00:00.000Z');
    expect(purgeDue(visit.directory.retention, made)).toBe('2028-01-02T11:00:00.000Z');
  });

  it('is longer after the last change of one that nobody ended', () => {
    expect(purgeDue(visit.directory.retention, of('visit-request', ['accept']))).toBe('2031-01-02T11:00:00.000Z');
  });

  it('is never again, unless something was written since', () => {
    const made = of('visit-request', ['decline']);
    const is = { ...made, changedAt: '2029-01-01T00:00:00.000Z', purged: '2029-01-01T00:00:00.000Z' };
    expect(purgeDue(visit.directory.retention, is)).toBeUndefined();
    expect(purgeDue(visit.directory.retention, { ...is, changedAt: '2029-06-01T00:00:00.000Z' })).toBe(
      '2031-06-01T00:00:00.000Z',
    );
  });

  it.each([
    ['partnership-evaluation', ['accept', 'agree']],
    ['city-partner-proposal', ['accept', 'negotiate', 'agree', 'renew']],
    ['network-evaluation', ['accept', 'be-member', 'evaluate']],
  ] as const)('is never while what %s led to goes on (%j), and counts from when it ended', (process, life) => {
    const resting = of(process, life);
    expect(purgeDue(visit.directory.retention, { ...resting, changedAt: '1999-01-01T00:00:00.000Z' })).toBeUndefined();
    const over = of(process, [...life, process === 'network-evaluation' ? 'leave' : 'end', 'follow-up']);
    expect(purgeDue(visit.directory.retention, over)).toBe(over.since.at.replace('2026', '2031'));
  });

  it('counts for what was decided against, not agreed and not given from then', () => {
    const ways = {
      'event-proposal': ['accept', 'decide-against'],
      'partnership-evaluation': ['accept', 'not-agree'],
      advocacy: ['accept', 'not-give'],
    } as const;
    for (const [process, life] of Object.entries(ways)) {
      const { since, ...made } = of(process, life);
      const due = new Date(since.at);
      due.setUTCMonth(due.getUTCMonth() + rule(process).months);
      expect(purgeDue(visit.directory.retention, { ...made, since })).toBe(due.toISOString());
    }
  });

  it('is never where the directory has no rule', () => {
    expect(purgeDue([], of('visit-request', ['decline']))).toBeUndefined();
  });
});

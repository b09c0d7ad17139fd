import { appointmentCard } from '../../bot/cards/case/appointment';
import { caseCard } from '../../bot/cards/case/case';
import { receiptCard } from '../../bot/cards/case/receipt';
import { todoCard } from '../../bot/cards/case/todo-form';
import { givenTodosCard, type TodosView, todoListCard, todoListsCard } from '../../bot/cards/case/todos';
import type { Kit } from '../../bot/cards/kit';
import { formCard } from '../../bot/cards/walk/form';
import { walkView } from '../../bot/cards/walk/walk';
import { submission } from '../../bot/domain/case/submission';
import type { Todo } from '../../bot/domain/case/todo';
import { type CaseLine, lineOf } from '../../bot/domain/listing/line';
import type { Message } from '../../bot/domain/message';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import { findItem, itemsOf } from '../../bot/domain/process/process';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftCard } from '../../bot/features/walk/draft-card';
import { walk } from '../fixtures/model';
import { finalAnswers, fullAnswer, goldenCases, modelOf } from '../playing/process-walk';

/** The outcomes that are shown, by the name of their picture. */
const OUTCOMES = {
  'outcome-sister-city': ['city-partner-proposal', 'existing-partner'],
  'outcome-city-agreement': ['city-partner-proposal', 'agreement'],
  'outcome-city-sectors': ['city-partner-proposal', 'sectors-not-ready'],
  'outcome-partnership-go-on': ['partnership-evaluation', 'go-on'],
  'outcome-partnership-resolve': ['partnership-evaluation', 'resolve-first'],
  'outcome-partnership-not': ['partnership-evaluation', 'not-recommended'],
  'outcome-network-mixed': ['network-evaluation', 'mixed'],
  'outcome-network-strategic': ['network-evaluation', 'strategic'],
  'outcome-event': ['event-proposal', 'background-check-first'],
  'outcome-advocacy-opinion': ['advocacy', 'opinion'],
  'outcome-advocacy-statement': ['advocacy', 'statement-with-leadership'],
  'outcome-dignitary-finnish': ['dignitary-visit', 'finnish-guest'],
} as const;

const AINO = { id: '0a1c7e52', name: 'Aino Esimerkki' };
const EERO = { id: '1b2d8f63', name: 'Eero Malliperhe', address: 'eero@espoo.example' };
const OWNER = { id: '0a1c7e52', tenant: '5e3f0c1a', name: 'Aino Esimerkki' };
/** Somewhat long, as people write when something matters to them. */
const TYPED =
  'Vocational schools and companies plan new courses together, and the city brings them to the same table. ';

/** The cards of the processes after the visit request, and of living to-do lists, in the states that matter. */
export function processCards(kit: Kit): Record<string, Message> {
  const event = todosOf('event-proposal', 'background-check-first');
  const dignitary = todosOf('dignitary-visit', 'receive');
  const check = 'before-decision.background-check';
  const feedback = 'after.feedback';
  const city = made('partnership-evaluation', 'go-on', (answers) => answers['partner-kind'] === 'city');
  const network = made('network-evaluation', 'strategic', (answers) => answers.coordination === 'city-wide');
  const points = todosOf('partnership-evaluation', 'resolve-first', (answers) => answers.risk === true);
  const coordinating = {
    who: { ...AINO, tenant: 't' },
    as: 'responsible',
    offered: { known: [AINO, EERO], byMail: true },
    visitors: kit.words,
  } as const;
  return {
    ...Object.fromEntries(
      Object.entries(OUTCOMES).map(([name, [process, outcome]]) => [name, outcomeCardOf(kit, process, outcome)]),
    ),
    'outcome-network-nearest': outcomeCardOf(
      kit,
      'network-evaluation',
      'strategic',
      ({ potential }) => potential === false,
    ),
    'question-filled-in': questionAt(
      kit,
      'partnership-evaluation',
      'commercial-interest',
      (answers) => answers['partner-kind'] === 'company',
    ),
    'form-event-benefits': formAt(kit, 'event-proposal', 'benefits'),
    'summary-largest': largestSummary(kit),
    'receipt-next': receiptCard(kit, city.model, city.case),
    'case-review': caseCard(
      kit,
      { model: network.model, case: network.case },
      { as: 'requester' },
      { happened: kit.words.own('reminder.review') },
    ),
    'todo-lists': todoListsCard(kit, dignitary),
    'todo-list': todoListCard(kit, event, 'before-decision', { reason: 'blocked', by: [check] }),
    'todo-list-long': todoListCard(kit, dignitary, 'to-find-out'),
    'todo-list-points': todoListCard(kit, points, 'points'),
    'todo-list-after': todoListCard(kit, event, 'after'),
    'todo-form': todoCard(kit, event, feedback),
    'todo-form-last': todoCard(kit, { ...event, last: followedUp(event) }, feedback),
    'todo-form-problems': todoCard(kit, event, feedback, {
      rejected: {
        inputs: { 'overall-grade': '9', praise: 'The food', note: 'By e-mail' },
        problems: { 'overall-grade': 'out-of-range', 'cooperation-interest': 'not-a-number' },
      },
    }),
    'todo-given': todoCard(kit, dignitary, 'to-find-out.gifts', { people: [AINO, EERO] }),
    'todos-given': givenTodosCard(kit, {
      ...dignitary,
      todos: dignitary.todos.filter(({ key }) => ['to-find-out.gifts', 'to-find-out.spouse'].includes(key)),
      isAllGiven: true,
    }),
    'appointment-named': appointmentCard(
      kit,
      { model: dignitary.model, case: dignitary.case },
      { ...coordinating, roles: ['coordinator'] },
    ),
    'appointment-confirmed': appointmentCard(
      kit,
      { model: dignitary.model, case: { ...dignitary.case, appointee: EERO } },
      { ...coordinating, roles: ['coordinator'] },
    ),
    'todo-needs': todoCard(kit, event, check, { refusal: { reason: 'incomplete', needs: ['person', 'note'] } }),
  };
}

function goldenAnswers(process: string, outcome: string, fits: (answers: Answers) => boolean = () => true): Answers {
  const found = goldenCases(process).find((golden) => golden.outcome === outcome && fits(finalAnswers(golden)));
  if (!found) throw new Error(`"${process}" has no golden case that comes to "${outcome}" in that way.`);
  return { ...NAMES, ...finalAnswers(found) };
}

/** What the plain answers of a golden case are called on the cards. */
const NAMES: Answers = {
  partner: 'Sample Institute of Technology',
  'event-name': 'Sample Light Festival',
  'network-name': 'Sample Cities',
  organisation: 'Embassy of Samplia',
  'first-day': '2026-09-01',
  'last-day': '2026-09-02',
  arrival: '2026-04-20',
  departure: '2026-04-21',
};

function complete(process: string, answers: Answers): Answers {
  const model = modelOf(process);
  const own = Object.entries(answers).filter(([id]) => findItem(model.process, id) !== undefined);
  return walk(model).finish(Object.fromEntries(own)).answers;
}

function draftOf(process: string, answers: Answers, at?: string): Draft {
  const moment = '2026-03-02T09:00:00Z';
  const state = { answers, ...(at !== undefined && { at }) };
  const plain = { id: '1727c0-zddr1snzz078ed9', owner: OWNER, version: 1, language: 'en', revision: 4 } as const;
  return { ...plain, process, state, createdAt: moment, updatedAt: moment };
}

/** The answers that were given before an item was asked. */
function before(process: string, answers: Answers, item: (id: string, section: string) => boolean): Answers {
  const { sections } = modelOf(process).process;
  const ids = sections.flatMap(({ id: section, items }) => items.map(({ id }) => ({ id, section })));
  const end = ids.findIndex(({ id, section }) => item(id, section));
  const earlier = new Set(ids.slice(0, end).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => earlier.has(id)));
}

function outcomeCardOf(kit: Kit, process: string, outcome: string, fits?: (answers: Answers) => boolean): Message {
  const model = modelOf(process);
  // The sister city of which the sources tell most.
  const city = outcome === 'existing-partner' ? { city: 'Shanghai', country: 'CN' } : {};
  const answers = complete(process, { ...goldenAnswers(process, outcome, fits), ...city });
  const shown = itemsOf(model.process).find(({ type }) => type === 'outcome')?.id;
  return draftCard(
    kit,
    model,
    draftOf(
      process,
      before(process, answers, (id) => id === shown),
    ),
  );
}

function questionAt(kit: Kit, process: string, asked: string, fits: (answers: Answers) => boolean): Message {
  const answers = complete(process, goldenAnswers(process, 'go-on', fits));
  const draft = draftOf(
    process,
    before(process, answers, (id) => id === asked),
  );
  return draftCard(kit, modelOf(process), draft);
}

/** The line of an event before this one, of which the figures are known. */
function followedUp({ model, case: of }: TodosView): CaseLine {
  const answers = { 'overall-grade': 4.2, 'first-group-grade': 3.9, 'contact-count': 12 };
  const line = lineOf(model, { ...of, number: 'E-2026-0034' }, [{ key: 'after.feedback', revision: 1, answers }]);
  return { ...line, organisation: 'Sample Conference of Harbours' };
}

function formAt(kit: Kit, process: string, section: string): Message {
  const answers = complete(process, goldenAnswers(process, 'background-check-first'));
  const draft = draftOf(
    process,
    before(process, answers, (_, of) => of === section),
  );
  return formCard(kit, walkView(modelOf(process), draft));
}

/** Six points to resolve, and every text as long as it may be. */
function largestSummary(kit: Kit): Message {
  const process = 'partnership-evaluation';
  const model = modelOf(process);
  const answers: Record<string, Answer> = {
    ...goldenAnswers(process, 'resolve-first', (given) => given['inputs-realistic'] === false && given.risk === true),
  };
  for (const item of itemsOf(model.process)) {
    const full = fullAnswer(model, item, answers, TYPED);
    if (full !== undefined && item.id !== 'partner') answers[item.id] = full;
  }
  return draftCard(kit, model, draftOf(process, complete(process, answers)));
}

function made(process: string, outcome: string, fits?: (answers: Answers) => boolean) {
  const model = modelOf(process);
  const answers = complete(process, goldenAnswers(process, outcome, fits));
  const number = `${model.process.casePrefix}-2026-0042`;
  return { model, ...submission(model, draftOf(process, answers), { number, now: '2026-03-02T09:12:00Z' }) };
}

/** A case some weeks later: things are done, late, assigned and noted on. */
function todosOf(process: string, outcome: string, fits?: (answers: Answers) => boolean): TodosView {
  const { model, case: of, todos } = made(process, outcome, fits);
  const states: readonly Partial<Todo>[] = [
    { person: 'Nils Exempel', note: 'Asked for by e-mail; the answer comes before Easter.' },
    { done: { at: '2026-03-09T09:00:00Z', by: OWNER } },
    {},
    { person: 'sanna.example@example.org' },
  ];
  const later = todos.map((todo, at) => ({ ...todo, ...(process === 'event-proposal' ? {} : states[at % 4]) }));
  return { model, case: of, todos: later.map(withFigures), today: '2026-04-06' };
}

function withFigures(todo: Todo): Todo {
  const done = { at: '2026-09-16T09:00:00Z', by: OWNER };
  if (todo.key === 'after.record') return { ...todo, answers: { 'head-count': 1200 }, done };
  return todo.key === 'after.feedback'
    ? { ...todo, answers: { 'overall-grade': 4.5, 'cooperation-interest': 8.5, praise: 'The food and the light' } }
    : todo;
}

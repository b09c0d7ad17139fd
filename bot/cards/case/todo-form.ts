import { placedTodos, type Todo, type TodoRefusal } from '../../domain/case/todo';
import type { EntryProblem } from '../../domain/directory/entry-fields';
import type { Message } from '../../domain/message';
import type { Named } from '../../domain/person';
import type { Facts } from '../../domain/rules/condition';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { withFigureBeside } from '../parts/beside';
import { dayInput } from '../parts/day-input';
import { fields, pickedInput, pickerField, type Rejected, typedText } from '../parts/field';
import { fitted } from '../parts/room';
import { problemText } from '../parts/sought-person';
import { heading, refusalText, type TodosView, todoLabel } from './todos';

/** The longest texts of a to-do, in characters. */
export const LONGEST = { person: 200, note: 1000 } as const;

export interface TodoFormNotes {
  /** Whether whoever looks was given it, and no more: whose it is and by when is not for them to change. */
  readonly isGiven?: boolean;
  readonly rejected?: Rejected;
  readonly refusal?: TodoRefusal;
  /** What is wrong with who was picked. */
  readonly unfound?: EntryProblem | undefined;
  /** The people of the case, to choose from; in Teams everybody can be searched besides. */
  readonly people?: readonly Named[];
}

/**
 * One to-do: who, by when, a note, and what is asked when it is done. Whoever was given it answers what is asked, and
 * neither gives it to others nor moves its day.
 */
export function todoCard(kit: Kit, view: TodosView, key: string, notes: TodoFormNotes = {}): Message {
  const { words } = kit;
  const placed = placedTodos(view.model.process).find((candidate) => candidate.key === key);
  const todo = view.todos.find((candidate) => candidate.key === key);
  if (!placed || !todo) throw new Error(`Case ${view.case.number} has no to-do "${key}".`);
  const { rejected, refusal, unfound, isGiven = false } = notes;
  const title = todoLabel(kit, view, key);
  const facts: Facts = { answers: todo.answers ?? {}, asked: new Map(), directory: view.model.directory };
  const place = { case: view.case.number, todo: key, revision: todo.revision };
  const isWrong = rejected !== undefined || unfound !== undefined;
  const card = (room: number) => ({
    heading: heading(kit, view),
    note: isWrong ? words.own('form.problems') : refusal ? refusalText(kit, view, refusal) : '',
    noteStyle: 'attention',
    title,
    fields: [
      ...placed.rule.form.flatMap((item) =>
        fields(kit, view.model, facts, item, rejected, room).map((input) =>
          withFigureBeside(kit, view.model, item, input, view.last),
        ),
      ),
      ...(isGiven ? [] : givingFields(kit, todo, notes, room)),
      ownField(kit, 'note', todo.note, rejected),
    ],
    actions: [
      press(words.own('actions.keep'), 'write-todo', place, { style: 'positive' }),
      press(
        words.own('actions.to-list'),
        'show-todos',
        { case: view.case.number, ...(!view.isAllGiven && { list: placed.list }) },
        { inputs: 'none' },
      ),
    ],
  });
  return fitted((room) => message(kit, 'form', card(room), title));
}

/** Who does it, by name or picked, and by when. */
function givingFields(
  kit: Kit,
  todo: Todo,
  { rejected, unfound, people = [] }: TodoFormNotes,
  room: number,
): readonly Json[] {
  const { words } = kit;
  const picked = {
    ...pickedInput(kit, 'picked', words.own('todos.hint-picked')),
    problem: problemText(kit, unfound, {}),
    value: typedText(rejected, 'picked', LONGEST.person) ?? '',
  };
  return [
    ownField(kit, 'person', todo.person, rejected),
    pickerField(picked, people, room),
    dayInput(
      kit,
      { ...ownField(kit, 'date', todo.due, rejected), type: 'date', maxLength: 0 },
      { kept: todo.due, rejected },
    ),
  ];
}

function ownField(kit: Kit, name: 'person' | 'date' | 'note', value: string | undefined, rejected?: Rejected) {
  const { words } = kit;
  const why = words.own(`todos.hint-${name}`);
  const maxLength = name === 'note' ? LONGEST.note : LONGEST.person;
  const problem = rejected?.problems[name];
  return {
    id: name,
    type: 'text',
    label: words.own('form.optional', { question: words.own(`todos.${name}`) }),
    hint: name === 'date' ? words.own('form.hint', { why }) : words.own('form.limit', { why, count: maxLength }),
    problem: problem ? words.own(`problems.${problem}`, { max: maxLength }) : '',
    value: typedText(rejected, name, maxLength) ?? value ?? '',
    maxLength,
    multiline: name === 'note',
    choices: [],
    style: 'compact',
  };
}

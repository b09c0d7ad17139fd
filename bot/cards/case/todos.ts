import { isOverdue, type PlacedTodo, placedTodos, type Todo, type TodoRefusal } from '../../domain/case/todo';
import { isOpen } from '../../domain/case-state';
import type { Message } from '../../domain/message';
import type { Facts } from '../../domain/rules/condition';
import type { Model } from '../../domain/rules/model';
import { press, rowName, select } from '../actions';
import { type Kit, message } from '../kit';
import { dayInput } from '../parts/day-input';
import { answerText, caseTitle, labelOf } from '../parts/facts';
import { field, type Rejected, typedText } from '../parts/field';
import { fitted, shortened } from '../parts/room';
import { sourceText } from '../parts/source';
import type { Matter } from './matter';

export interface TodosView extends Matter {
  readonly todos: readonly Todo[];
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
}

/** All lists of the case with how far they are. */
export function todoListsCard(kit: Kit, view: TodosView): Message {
  const { words } = kit;
  const title = words.own('todos.title');
  const lists = view.model.process.lists
    .map((list) => ({ list, own: todosOf(view, list.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ list, own }) => {
      const name = listTitle(kit, view, list.id);
      const howFar = progress(
        kit,
        view,
        own.map(({ todo }) => todo),
      );
      return {
        title: name,
        progress: howFar,
        select: select(rowName(name, howFar), 'show-todos', { case: view.case.number, list: list.id }),
      };
    });
  return message(
    kit,
    'todo-list',
    {
      heading: heading(kit, view),
      problem: '',
      title,
      progress: progress(kit, view, view.todos),
      lists,
      rows: [],
      actions: [
        press(words.own('life.back'), 'show-case', { case: view.case.number }),
        press(words.own('actions.my-work'), 'my-work', {}),
      ],
    },
    title,
  );
}

/** One list: a press on the box ticks, a press on the words opens. `refusal` says why a tick was not made. */
export function todoListCard(kit: Kit, view: TodosView, list: string, refusal?: TodoRefusal): Message {
  const { words } = kit;
  const own = todosOf(view, list);
  const title = listTitle(kit, view, list);
  const several = new Set(view.todos.map(({ key }) => listOf(key))).size > 1;
  const number = view.case.number;
  const card = (shown: number) => ({
    heading: heading(kit, view),
    problem: refusal ? refusalText(kit, view, refusal) : '',
    title,
    progress: progress(
      kit,
      view,
      own.map(({ todo }) => todo),
    ),
    lists: [],
    rows: own.map(({ placed, todo }) => row(kit, view, { placed, todo }, shown)),
    actions: [
      ...(several ? [press(words.own('todos.title'), 'show-todos', { case: number })] : []),
      press(words.own('life.back'), 'show-case', { case: number }),
      press(words.own('actions.my-work'), 'my-work', {}),
    ],
  });
  return fitted((shown) => message(kit, 'todo-list', card(shown), title));
}

/** One to-do: who, by when, a note, and what is asked when it is done. */
export function todoCard(
  kit: Kit,
  view: TodosView,
  key: string,
  { rejected, refusal }: { readonly rejected?: Rejected; readonly refusal?: TodoRefusal } = {},
): Message {
  const { words } = kit;
  const found = todosOf(view, listOf(key)).find(({ todo }) => todo.key === key);
  if (!found) throw new Error(`Case ${view.case.number} has no to-do "${key}".`);
  const { placed, todo } = found;
  const place = { case: view.case.number, todo: key, revision: todo.revision };
  const title = todoLabel(kit, view, key);
  const own = (
    name: 'person' | 'date' | 'note',
    type: 'text' | 'date',
    value: string | undefined,
    maxLength: number,
  ) => ({
    id: name,
    type,
    label: words.own('form.optional', { question: words.own(`todos.${name}`) }),
    hint:
      type === 'text'
        ? words.own('form.limit', { why: words.own(`todos.hint-${name}`), count: maxLength })
        : words.own('form.hint', { why: words.own(`todos.hint-${name}`) }),
    problem: rejected?.problems[name] ? words.own(`problems.${rejected.problems[name]}`, { max: maxLength }) : '',
    value: typedText(rejected, name, type === 'date' ? LONGEST.person : maxLength) ?? value ?? '',
    maxLength,
    multiline: name === 'note',
    choices: [],
    style: 'compact',
  });
  const facts: Facts = { answers: todo.answers ?? {}, asked: new Map(), directory: view.model.directory };
  return message(
    kit,
    'form',
    {
      heading: heading(kit, view),
      note: rejected ? words.own('form.problems') : refusal ? refusalText(kit, view, refusal) : '',
      noteStyle: 'attention',
      title,
      fields: [
        ...placed.rule.form.map((item) => field(kit, view.model, facts, item, rejected)),
        own('person', 'text', todo.person, LONGEST.person),
        dayInput(kit, own('date', 'date', todo.due, 0), { kept: todo.due, rejected }),
        own('note', 'text', todo.note, LONGEST.note),
      ],
      actions: [
        press(words.own('actions.keep'), 'write-todo', place, { style: 'positive' }),
        press(
          words.own('actions.to-list'),
          'show-todos',
          { case: view.case.number, list: placed.list },
          { inputs: 'none' },
        ),
      ],
    },
    title,
  );
}

/** The longest texts of a to-do, in characters. */
export const LONGEST = { person: 200, note: 1000 } as const;

/** What was filled in on a to-do's form, as words: for the case and the report. */
function filledIn({ words }: Kit, model: Model, placed: PlacedTodo, todo: Todo): readonly string[] {
  return placed.rule.form.flatMap((item) => {
    const answer = todo.answers?.[item.id];
    if (answer === undefined || answer === null) return [];
    return [`${labelOf(model, item, words)}: ${answerText(model, item, answer, words)}`];
  });
}

function row(
  kit: Kit,
  view: TodosView,
  { placed, todo }: { readonly placed: PlacedTodo; readonly todo: Todo },
  shown: number,
) {
  const { words } = kit;
  const label = todoLabel(kit, view, todo.key);
  const place = { case: view.case.number, todo: todo.key, revision: todo.revision };
  const late = isLate(view, todo);
  const state = todo.done
    ? [words.own('todos.done', { day: words.dayOf(todo.done.at), name: shortened(todo.done.by.name, shown) })]
    : [
        ...(todo.person === undefined ? [] : [words.own('todos.by', { person: shortened(todo.person, shown) })]),
        ...(todo.due === undefined ? [] : [words.own('todos.due', { day: words.day(todo.due) })]),
        sourceText(kit, placed.rule.source),
      ];
  const overdue = late ? words.own('todos.late') : '';
  const note = [...filledIn(kit, view.model, placed, todo), ...(todo.note === undefined ? [] : [todo.note])]
    .map((text) => shortened(text, shown))
    .join('\n');
  return {
    mark: todo.done ? '☑' : '☐',
    markColor: todo.done ? 'Good' : late ? 'Attention' : 'Default',
    label,
    state: state.join(' · '),
    overdue,
    note,
    toggle: select(
      words.own(todo.done ? 'todos.untick' : 'todos.tick', { label }),
      todo.done ? 'untick' : 'tick',
      place,
    ),
    open: select(rowName(words.own('todos.open', { label }), ...(todo.done ? state : [overdue])), 'open-todo', {
      case: view.case.number,
      todo: todo.key,
    }),
  };
}

function todosOf(view: TodosView, list: string): readonly { readonly placed: PlacedTodo; readonly todo: Todo }[] {
  return placedTodos(view.model.process).flatMap((placed) => {
    const todo = view.todos.find((candidate) => candidate.key === placed.key);
    return placed.list === list && todo ? [{ placed, todo }] : [];
  });
}

/** What should have been done by now; of a case that waits for nobody nothing is. */
function isLate({ case: { state }, today }: TodosView, todo: Todo): boolean {
  return isOpen(state) && isOverdue(todo, today);
}

function progress({ words }: Kit, view: TodosView, todos: readonly Todo[]): string {
  const figures = { done: todos.filter((todo) => todo.done).length, all: todos.length };
  const late = todos.filter((todo) => isLate(view, todo)).length;
  return late > 0 ? words.own('todos.overdue', { ...figures, count: late }) : words.own('todos.progress', figures);
}

function refusalText(kit: Kit, view: TodosView, refusal: TodoRefusal): string {
  const { words } = kit;
  if (refusal.reason === 'blocked') {
    return words.own('todos.blocked', { todos: refusal.by.map((key) => todoLabel(kit, view, key)).join(', ') });
  }
  return words.own('todos.needs', { needs: refusal.needs.map((need) => words.own(`todos.need-${need}`)).join(', ') });
}

function heading({ words }: Kit, { model, case: made }: TodosView): string {
  return words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number });
}

function listTitle({ words }: Kit, { model }: TodosView, list: string): string {
  return words.process(model.process.id, `lists.${list}.title`);
}

function todoLabel({ words }: Kit, { model }: TodosView, key: string): string {
  const [list = '', id = ''] = key.split('.');
  return words.process(model.process.id, `lists.${list}.todos.${id}`);
}

/** The list that a to-do's key names. */
export function listOf(key: string): string {
  return key.split('.')[0] ?? '';
}

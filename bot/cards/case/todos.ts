import { isOverdue, type PlacedTodo, placedTodos, type Todo, type TodoRefusal } from '../../domain/case/todo';
import { isOpen } from '../../domain/case-state';
import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import { press, rowName, select } from '../actions';
import { type Kit, message } from '../kit';
import { answerText, caseTitle, labelOf } from '../parts/facts';
import { fitted, shortened } from '../parts/room';
import { sourceText } from '../parts/source';
import type { Matter } from './matter';

export interface TodosView extends Matter {
  readonly todos: readonly Todo[];
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
  /** The case with whose figures those of an opened to-do are compared. */
  readonly last?: CaseLine | undefined;
  /** Whoever looks was given these to-dos, and sees nothing else of the case. */
  readonly isAllGiven?: boolean;
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

/** So many of them have room on a card; who has more sees the next when these are done. */
const MOST_GIVEN = 12;

/** The to-dos that somebody was given, for whoever sees nothing else of the case. */
export function givenTodosCard(kit: Kit, view: TodosView, refusal?: TodoRefusal): Message {
  const { words } = kit;
  const title = words.own('todos.given');
  const rows = placedTodos(view.model.process).flatMap((placed) => {
    const todo = view.todos.find(({ key }) => key === placed.key);
    return todo ? [{ placed, todo }] : [];
  });
  const card = (shown: number) => ({
    heading: heading(kit, view),
    problem: refusal ? refusalText(kit, view, refusal) : '',
    title,
    progress: progress(kit, view, view.todos),
    lists: [],
    rows: rows.slice(0, MOST_GIVEN).map((each) => row(kit, view, each, shown)),
    actions: [press(words.own('actions.my-work'), 'my-work', {}), press(words.own('actions.home'), 'home', {})],
  });
  return fitted((shown) => message(kit, 'todo-list', card(shown), title));
}

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

/** Why a to-do was not ticked. */
export function refusalText(kit: Kit, view: TodosView, refusal: TodoRefusal): string {
  const { words } = kit;
  if (refusal.reason === 'blocked') {
    return words.own('todos.blocked', { todos: refusal.by.map((key) => todoLabel(kit, view, key)).join(', ') });
  }
  return words.own('todos.needs', { needs: refusal.needs.map((need) => words.own(`todos.need-${need}`)).join(', ') });
}

/** What stands above: the case, or to who sees nothing of it what kind of one it is. */
export function heading({ words }: Kit, { model, case: made, isAllGiven = false }: TodosView): string {
  const process = isAllGiven ? words.process(model.process.id, 'name') : caseTitle(model, made.answers, words);
  return words.own('case.heading', { process, number: made.number });
}

function listTitle({ words }: Kit, { model }: TodosView, list: string): string {
  return words.process(model.process.id, `lists.${list}.title`);
}

/** What is to be done, in words. */
export function todoLabel({ words }: Kit, { model }: Pick<TodosView, 'model'>, key: string): string {
  const [list = '', id = ''] = key.split('.');
  return words.process(model.process.id, `lists.${list}.todos.${id}`);
}

/** The list that a to-do's key names. */
export function listOf(key: string): string {
  return key.split('.')[0] ?? '';
}

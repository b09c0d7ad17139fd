/**
 * One person goes from the cases that are over: wherever a case names them by id, and where their name or address alone
 * fills a field. Free text is left to the purge (`purge.ts`), because nobody can tell by machine whom it is about; and a
 * case that is still open is left whole, because the matter could not go on without it.
 */

import type { Case, CaseEvent } from '../case/case';
import { echoes } from '../case/entries';
import type { Todo } from '../case/todo';
import type { Rewriting, WholeCase } from '../case/whole-case';
import { isEnd } from '../case-state';
import type { Person } from '../person';
import { REMOVED } from '../person';
import type { Answer, Answers } from '../process/answers';
import { readWrittenPerson } from '../written-person';
import { withoutPeople } from './without-people';

/** Somebody who is to be forgotten. It is kept until that is done, and no longer. */
export interface Erasure {
  readonly person: Person;
  /** Their e-mail address, where it is known: it may stand in a field for a name. */
  readonly address?: string;
  /** When it was asked for (UTC, ISO 8601). What they begin after that is a new matter. */
  readonly askedAt: string;
  /** Whether what does not depend on cases is done: chat, language, drafts. */
  readonly isBegun: boolean;
}

/** Whether a case is over, so that somebody can go from it. */
export function isOver({ state }: Pick<Case, 'state'>): boolean {
  return isEnd(state);
}

/** Whether the case names this person anywhere, by their whole id or in a field of their own. */
export function isNamedIn(whole: WholeCase, erasure: Erasure): boolean {
  const { case: made, todos, setAside = [] } = whole;
  const [id, tenant] = [erasure.person.id, erasure.person.tenant].map((text) => text.toLowerCase()) as [string, string];
  if (made.requester.tenant.toLowerCase() !== tenant || made.submittedAt > erasure.askedAt) return false;
  const { answers: _answers, recorded: _recorded, said: _said, ...facts } = made;
  // What was typed is left out: an id in it would be found every night anew.
  const named = {
    facts,
    events: whole.events,
    done: todos.map(({ done, personId }) => [done, personId]),
    entries: whole.entries,
  };
  return (
    holds(named, id) ||
    setAside.some(({ text }) => idsIn(text).includes(id)) ||
    [made.answers, made.recorded ?? {}, ...todos.map((todo) => todo.answers ?? {})].some((answers) =>
      Object.values(answers).some((answer) => isThem(answer, erasure)),
    ) ||
    todos.some(({ person }) => isThem(person, erasure))
  );
}

/** The case without this person, with the event that tells that somebody went, and not who. */
export function erased(whole: WholeCase, erasure: Erasure, now: Date): Rewriting {
  const at = now.toISOString();
  const id = erasure.person.id.toLowerCase();
  const isMeant = (other: string) => other.toLowerCase() === id;
  const isRequester = isMeant(whole.case.requester.id);
  const { case: nameless, events, todos, entries } = withoutPeople(whole, isMeant);
  const sequence = whole.case.lastEvent + 1;
  const made: Case = {
    ...nameless,
    ...(isRequester && { draft: REMOVED.id }),
    answers: withoutName(nameless.answers, erasure),
    ...(nameless.recorded && { recorded: withoutName(nameless.recorded, erasure) }),
    lastEvent: sequence,
    changedAt: at,
    erased: at,
  };
  const event: CaseEvent = { sequence, type: 'erased', at, by: 'assistant', data: {} };
  return {
    case: made,
    events,
    todos: todos.map((todo) => todoWithoutName(todo, erasure)),
    entries,
    event,
    added: echoes(made).filter(({ purpose }) => purpose === 'line'),
    withoutDrafts: isRequester,
  };
}

function todoWithoutName({ person, answers, ...todo }: Todo, erasure: Erasure): Todo {
  return {
    ...todo,
    ...(person !== undefined && { person: isThem(person, erasure) ? REMOVED.name : person }),
    ...(answers && { answers: withoutName(answers, erasure) }),
  };
}

function withoutName(answers: Answers, erasure: Erasure): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([item, answer]) => [item, isThem(answer, erasure) ? REMOVED.name : answer]),
  );
}

/** Whether a text in it, however deep, is that id: whole, in whatever letters. No text is an empty one. */
function holds(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value !== '' && value.toLowerCase() === id;
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, id));
}

/** Every id in a text that may be anything: what stands between other signs than ids are made of. */
function idsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\da-z-]+/)
    .filter((word) => word !== '');
}

/** Whether a field holds the name or the address of the person or both, and nothing else. */
function isThem(value: Answer | undefined, { person, address }: Erasure): boolean {
  if (typeof value !== 'string') return false;
  const written = readWrittenPerson(value);
  const isTheirs = (text: string, own: string) => text.toLowerCase() === own.trim().toLowerCase();
  const byName = written.name !== '' && isTheirs(written.name, person.name);
  if (written.address === undefined || address === undefined) return byName;
  return isTheirs(written.address, address) && (byName || written.name === '');
}

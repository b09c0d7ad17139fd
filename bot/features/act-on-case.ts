/** What the people of a case do with it after it was sent: take it on, ask, answer, pass on, decline, plan, close. */
import { caseCard } from '../cards/case';
import { caseActionCard, type SaidAction } from '../cards/case-action';
import type { Rejected } from '../cards/field';
import { historyCard } from '../cards/history';
import type { Kit } from '../cards/kit';
import { plainNotice } from '../cards/notice';
import type { Press } from '../cards/verbs';
import { readText } from '../domain/answer-input';
import type { Case } from '../domain/case';
import { findUnit } from '../domain/directory';
import type { Language } from '../domain/language';
import { act, type CaseRole, LIFE, LONGEST_REASON, openActions, rolesOf, type Saying } from '../domain/life';
import type { Message } from '../domain/message';
import type { Model } from '../domain/model';
import type { Stored } from '../ports';
import type { Turn } from '../turn';
import { type Assistant, kit, modelOf } from './assistant';

type As = 'requester' | 'responsible';
type ActPress = Extract<Press, { verb: 'act' }>;

interface Opened {
  readonly stored: Stored<Case>;
  readonly model: Model;
  readonly roles: readonly CaseRole[];
}

/** Shows a case to somebody who has a part in it; to everybody else it does not exist. */
export async function showCase(
  assistant: Assistant,
  turn: Turn,
  { case: number, as }: { case: string; as?: As | undefined },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await open(assistant, turn, number);
  return opened ? cardOf(assistant, speak, opened, opened.stored.value, as) : plainNotice(speak, 'gone');
}

/** Shows who did what with a case, and when. */
export async function showHistory(
  assistant: Assistant,
  turn: Turn,
  { case: number, as }: { case: string; as: As },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await open(assistant, turn, number);
  if (!opened) return plainNotice(speak, 'gone');
  const events = await assistant.cases.events(number);
  return historyCard(speak, opened.model, opened.stored.value, events, as);
}

/** Asks for the words that an action needs. An action that is not open any more shows the case as it stands. */
export async function openAct(
  assistant: Assistant,
  turn: Turn,
  { case: number, action, as }: { case: string; action: ActPress['payload']['action']; as: As },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await open(assistant, turn, number);
  if (!opened) return plainNotice(speak, 'gone');
  const made = opened.stored.value;
  if (!openActions(made, opened.roles).includes(action) || !needsWords(action))
    return cardOf(assistant, speak, opened, made, as);
  return caseActionCard(speak, opened.model, made, { action, as });
}

/**
 * Carries an action out, once: the case, its event and what has to be told are one transaction. Of two people who press
 * at the same time one wins, and the other sees how the case stands now.
 */
export async function actOnCase(
  assistant: Assistant,
  turn: Turn,
  { payload }: ActPress,
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const { case: number, action, event, as } = payload;
  const opened = await open(assistant, turn, number);
  if (!opened) return plainNotice(speak, 'gone');
  const { stored, model, roles } = opened;
  const made = stored.value;
  const happened = { happened: speak.words.own('life.faster') };
  if (made.lastEvent !== event || !openActions(made, roles).includes(action)) {
    return cardOf(assistant, speak, opened, made, as, made.lastEvent === event ? {} : happened);
  }
  const read = readSaying(model, action, payload);
  if ('problems' in read)
    return needsWords(action)
      ? caseActionCard(speak, model, made, { action, as }, read)
      : cardOf(assistant, speak, opened, made, as);
  const change = act(made, action, {
    who: turn.who,
    roles,
    now: assistant.clock.now(),
    saying: read,
    directory: model.directory,
    ...(turn.message !== undefined && { message: turn.message }),
  });
  const written = change ? await assistant.cases.change(stored, change) : 'conflict';
  if (written === 'conflict') {
    const now = await open(assistant, turn, number);
    return now ? cardOf(assistant, speak, now, now.stored.value, as, happened) : plainNotice(speak, 'gone');
  }
  assistant.log.info('case.moved', { case: number, action, state: written.value.state });
  assistant.nudge(number);
  return cardOf(assistant, speak, opened, written.value, as);
}

function cardOf(
  assistant: Assistant,
  speak: Kit,
  { model, roles }: Opened,
  made: Case,
  as: As | undefined,
  notes: { readonly happened?: string } = {},
): Message {
  const { unit, deliverTo } = made.routing.responsible;
  const wanted = as ?? (roles.includes('requester') ? 'requester' : 'responsible');
  const reader =
    wanted === 'requester' && roles.includes('requester')
      ? ({ as: 'requester' } as const)
      : ({ as: 'responsible', unit, deliverTo } as const);
  const rehearsal = assistant.rehearsal && reader.as === 'responsible' ? speak.words.own('rehearsal.acting') : '';
  return caseCard(speak, model, made, reader, { rehearsal, ...notes });
}

/** The case with what the presser is to it; undefined for somebody who is nothing to it. */
async function open(assistant: Assistant, { who }: Turn, number: string): Promise<Opened | undefined> {
  const stored = await assistant.cases.read(number);
  if (!stored) return undefined;
  const model = await modelOf(assistant, stored.value.process);
  const known = rolesOf(stored.value, who, model.directory);
  // In local mode one person tries both sides.
  const roles = assistant.rehearsal && known.includes('requester') ? [...known, 'responsible' as const] : known;
  return roles.length > 0 ? { stored, model, roles } : undefined;
}

function needsWords(action: keyof typeof LIFE): action is SaidAction {
  return LIFE[action].needs.includes('text');
}

function readSaying(
  model: Model,
  action: keyof typeof LIFE,
  inputs: Readonly<Record<string, unknown>>,
): Saying | Rejected {
  const problems: Record<string, Rejected['problems'][string]> = {};
  const saying: { text?: string; unit?: string } = {};
  if (LIFE[action].needs.includes('text')) {
    const read = readText(inputs.text, { required: true, maxLength: LONGEST_REASON });
    if ('problem' in read) problems.text = read.problem;
    else if (typeof read.value === 'string') saying.text = read.value;
  }
  if (LIFE[action].needs.includes('unit')) {
    const unit = typeof inputs.unit === 'string' ? findUnit(model.directory, inputs.unit) : undefined;
    if (unit) saying.unit = unit.id;
    else problems.unit = 'missing';
  }
  return Object.keys(problems).length > 0 ? { inputs, problems } : saying;
}

import { stateKey } from '../../domain/case/familiar';
import { replyTo } from '../../domain/case/filled-in/reply';
import { isCarriedOut } from '../../domain/case/given/appointment';
import { asksWhatCameOfIt, isEditable, openActions } from '../../domain/case/life';
import { type CaseAction, goesWithWords, stateIn, stepOf } from '../../domain/case/lives/life-of';
import type { Step } from '../../domain/case/lives/step';
import { inForceUntil } from '../../domain/case/term';
import { isResting } from '../../domain/case-state';
import type { Message } from '../../domain/message';
import { itemsAskedAt } from '../../domain/process/process';
import { openUrl, press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { explanationView } from '../parts/explanation';
import { caseSubject, caseTitle, type FactGroup, factGroups, recordedGroups } from '../parts/facts';
import { fitted, shortened } from '../parts/room';
import { noAddressNote, routingView, unitOfCase } from '../parts/routing';
import type { CaseButtonReader } from '../verbs';
import { appointeeText } from './appointment';
import type { Matter } from './matter';
import { listsAction } from './receipt';

/** What a card says besides the case: that it is a rehearsal (local mode), what has just happened. */
export interface CaseNotes {
  readonly rehearsal?: string;
  readonly happened?: string;
  /** The address of the folder with its documents. */
  readonly folder?: string;
}

/**
 * For whom a case card is: the unit that has it, its responsible person, a unit that is only told, or the person who asked.
 * `also`: they sent the case and move it on, too, and have the buttons of both, whichever of the two the card is for.
 */
export type CaseReader =
  | {
      readonly as: 'responsible' | 'appointee';
      readonly unit: string;
      readonly deliverTo: string;
      readonly also?: CaseButtonReader;
    }
  | { readonly as: 'informed'; readonly unit: string; readonly deliverTo: string }
  | { readonly as: 'requester'; readonly also?: CaseButtonReader };

/** For whom somebody acts who only reads, or asked, or moves the case on. */
function actsOf(reader: CaseReader): readonly CaseButtonReader[] {
  if (reader.as === 'informed') return [];
  return reader.also ? [reader.as, reader.also] : [reader.as];
}

/** So much of a name of a person or unit is shown in a sentence on a full card, in characters; else all of it. */
const NAME_ON_FULL_CARD = 60;

/** A case with its facts, its recommendation with the reasons, and who has it. `rehearsal` is said in local mode. */
export function caseCard(kit: Kit, matter: Matter, reader: CaseReader, notes: CaseNotes = {}): Message {
  const { words } = kit;
  const { model, case: made } = matter;
  const about = caseTitle(model, made.answers, words);
  const lead = (longest: number) =>
    reader.as === 'requester'
      ? words.own('case.yours', { day: words.dayOf(made.submittedAt) })
      : words.own(`case.${reader.as}`, {
          unit: shortened(unitOfCase(words, model, made.answers, reader.unit), longest),
          name: shortened(made.requester.name, longest),
        });
  const outcome = words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`);
  const style = model.process.outcomes.find((rule) => rule.id === made.explanation.outcome)?.tone ?? 'default';
  const groups = [...recordedGroups(model, made.recorded ?? {}, words), ...factGroups(model, made.answers, words)];
  const rows = (shown: number) => (group: FactGroup) => ({
    title: group.title,
    facts: group.facts.map(({ label, value }) => ({ label, value: shortened(value, shown) })),
  });
  const card = (shown: number, name = Math.max(shown, NAME_ON_FULL_CARD)) => ({
    heading: words.own('case.heading', { process: words.process(model.process.id, 'name'), number: made.number }),
    rehearsal: notes.rehearsal ?? '',
    happened: notes.happened ?? '',
    state: stateText(kit, matter, name),
    appointee: appointeeText(kit, matter, name),
    ...saidView(kit, matter, name),
    moves: moves(kit, matter, { reader, among: isForward }),
    title: about,
    lead: lead(name),
    note: reader.as === 'requester' ? '' : noAddressNote(kit, model, reader, name),
    style,
    outcome,
    ...explanationView(kit, model, made.explanation, reader.as === 'requester' ? 'walker' : 'other'),
    moreTitle: words.own('case.why'),
    ...routingView(kit, model, made, shown),
    subject: caseSubject(model, made.answers, words),
    detailsTitle: words.own('case.details'),
    groups: groups.filter(({ forOutcome }) => !forOutcome).map(rows(shown)),
    criteria: groups.filter(({ forOutcome }) => forOutcome).map(rows(shown)),
    actions:
      reader.as === 'informed'
        ? []
        : [
            ...moves(kit, matter, { reader, among: (action, step) => !isForward(action, step) }),
            ...(actsOf(reader).includes('requester') && isEditable(model.process, made)
              ? [press(words.own('actions.change'), 'edit-case', { case: made.number })]
              : []),
            ...appointmentAction(kit, matter, reader.as),
            ...replyAction(kit, matter, reader),
            ...listsAction(kit, model, made),
            press(words.own('life.history'), 'show-history', { case: made.number, as: reader.as }),
            ...(notes.folder === undefined ? [] : [openUrl(words.own('case.folder'), notes.folder)]),
          ],
  });
  const summary = words.own('case.summary', { number: made.number, about });
  return fitted((shown) => message(kit, 'case', card(shown), summary));
}

/** The way to the responsible person of a visit: who it is, and whoever may changes it. */
function appointmentAction(
  { words }: Kit,
  { model: { process }, case: made }: Matter,
  as: CaseButtonReader,
): readonly Json[] {
  return isCarriedOut(process, made) && made.purged === undefined
    ? [press(words.own('appointment.title'), 'show-appointment', { case: made.number, as })]
    : [];
}

/** The way to a polite no, for the part of theirs that the card is for, or for the other one. */
function replyAction({ words }: Kit, { model, case: made }: Matter, reader: CaseReader): readonly Json[] {
  const fitting = actsOf(reader).filter((part) => replyTo(model, made, part) !== undefined);
  const as = fitting.find((part) => part === reader.as) ?? fitting[0];
  const title = words.own(`reply.button.${model.process.occasion}`);
  return as ? [press(title, 'show-reply', { case: made.number, as })] : [];
}

/** Where the case stands, in one line. */
function stateText(kit: Kit, { model, case: made }: Matter, longest: number): string {
  const unit = shortened(unitOfCase(kit.words, model, made.answers, made.routing.responsible.unit), longest);
  const name = shortened(made.holder?.name ?? unit, longest);
  const until = isResting(stateIn(model.process, made.state)) ? inForceUntil(model.process, made) : undefined;
  if (until !== undefined) return kit.words.own('life.in-force-until', { day: kit.words.day(until), name });
  return kit.words.own(`life.state.${stateKey(model.process, made)}`, { unit, name });
}

/** What was said last: a question, an answer, a reason. */
function saidView({ words }: Kit, { model: { process }, case: { said } }: Matter, longest: number): Json {
  if (!said) return { said: '', saidBy: '' };
  const name = shortened(said.by, longest);
  // With what an earlier case was said, its kind may have no words of its own any more.
  const key = goesWithWords(process, said.action) ? (`life.said.${said.action}` as const) : 'life.said.earlier';
  return { said: said.text, saidBy: words.own(key, { name }) };
}

/** Which of the things that can be done get a button. */
export type Among = (action: CaseAction, step: Step) => boolean;

/** What moves a case on stands on the card; what turns it aside, below it. */
export const isForward: Among = (_, { leads }) => leads !== 'aside';

/** The buttons for what can be done now: at once, or with a card that asks for the words that go with it. */
export function moves(
  { words }: Kit,
  { model: { process }, case: made }: Matter,
  { reader, among }: { readonly reader: CaseReader; readonly among: Among },
): readonly Json[] {
  const { as } = reader;
  if (as === 'informed') return [];
  return openActions(process, made, actsOf(reader)).flatMap((action): readonly Json[] => {
    const step = stepOf(process, action);
    if (!step || !among(action, step)) return [];
    const title = words.own(`life.do.${action}`);
    const style = step.leads === 'first' ? ({ style: 'positive' } as const) : {};
    const asksMore =
      step.needs.length > 0 || asksWhatCameOfIt(process, made, action) || itemsAskedAt(process, action).length > 0;
    return [
      asksMore
        ? press(title, 'open-act', { case: made.number, action, as }, style)
        : press(title, 'act', { case: made.number, action, event: made.since.event, as }, style),
    ];
  });
}

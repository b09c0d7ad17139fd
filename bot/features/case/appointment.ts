/** The responsible person of a visit (M 3.3): look, confirm or change, end. Who may is looked up at every press. */
import { type AppointmentView, appointmentCard } from '../../cards/case/appointment';
import { plainNotice } from '../../cards/notice';
import type { RejectedPerson } from '../../cards/parts/sought-person';
import type { Payload } from '../../cards/verbs';
import type { CaseChange } from '../../domain/case/case';
import { visitorsLanguage } from '../../domain/case/filled-in/reply';
import {
  appointed,
  appointmentEnded,
  isCarriedOut,
  mayAppoint,
  mayEndAppointment,
} from '../../domain/case/given/appointment';
import { isAppointee } from '../../domain/case/roles';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { findOwnPerson, peopleOffered } from '../sought-person';
import { readerFor, rolesOfPresser } from './case-reader';
import { type OpenedCase, openCase, openedCard } from './open-case';

/** Shows who it is to everybody who has a part in the case. */
export async function showAppointment(
  asked: Asked,
  { case: number, as }: Payload<'show-appointment'>,
): Promise<Message> {
  const opened = await openCase(asked, number);
  return opened ? appointmentOf(asked, opened, as) : plainNotice(asked.speak, 'gone');
}

/** Confirms whom the requester named, or chooses somebody else: a coordinator alone does. */
export async function appoint(asked: Asked, payload: Payload<'appoint'>): Promise<Message> {
  const { case: number, as, present, ...inputs } = payload;
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(asked.speak, 'gone');
  const { model, roles, stored } = opened;
  const made = stored.value;
  if (!mayAppoint(model.process, made, roles)) return openedCard(asked, opened, as);
  if ((made.appointee?.id ?? '') !== present) return appointmentOf(asked, opened, as, { overtaken: true });
  const found = await findOwnPerson(asked, inputs);
  if ('problems' in found) return appointmentOf(asked, opened, as, { rejected: { inputs, problems: found.problems } });
  const { id, name, address } = found.value;
  const person = { id, name, ...(address !== undefined && { address }) };
  if (isAppointee(made, person)) return appointmentOf(asked, opened, as);
  return written(asked, opened, as, appointed(made, person, { who: asked.turn.who, now: asked.assistant.clock.now() }));
}

/** Ends it, with one press: a coordinator does, or the responsible person by themselves. */
export async function endAppointment(
  asked: Asked,
  { case: number, as, person }: Payload<'end-appointment'>,
): Promise<Message> {
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(asked.speak, 'gone');
  const { model, roles, stored } = opened;
  const made = stored.value;
  if (!mayEndAppointment(made, roles)) return openedCard(asked, opened, as);
  if (!isAppointee(made, { id: person })) return appointmentOf(asked, opened, as, { overtaken: true });
  return written(asked, opened, as, appointmentEnded(model, made, asked.turn.who, asked.assistant.clock.now()));
}

/** Keeps the change, once. Of two who press at the same time the other one sees how it stands now. */
async function written(
  asked: Asked,
  opened: OpenedCase,
  as: Payload<'appoint'>['as'],
  change: CaseChange,
): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const { number } = opened.stored.value;
  const stored = await assistant.cases.change(opened.stored, change);
  if (stored === 'conflict') {
    const now = await openCase(asked, number);
    return now ? appointmentOf(asked, now, as, { overtaken: true }) : plainNotice(speak, 'gone');
  }
  assistant.log.info('case.appointment', { case: number, event: change.events[0]?.type ?? '' });
  assistant.nudge(number);
  // Whoever has ended their own part may be nothing to the case any more.
  const roles = rolesOfPresser(assistant, opened.model, stored.value, turn.who);
  return roles.length > 0
    ? appointmentOf(asked, { ...opened, stored, roles }, as)
    : plainNotice(speak, 'appointment-over');
}

interface Meanwhile {
  readonly rejected?: RejectedPerson;
  /** Whether somebody else changed it since the card was made. */
  readonly overtaken?: boolean;
}

async function appointmentOf(
  asked: Asked,
  opened: OpenedCase,
  as: Payload<'show-appointment'>['as'],
  { rejected, overtaken = false }: Meanwhile = {},
): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const { model, roles, stored } = opened;
  const made = stored.value;
  const reader = readerFor(model, made, { who: turn.who, roles }, as)?.as;
  if (!isCarriedOut(model.process, made) && !overtaken) return openedCard(asked, opened, as);
  const view: AppointmentView = {
    who: turn.who,
    roles,
    as: reader === undefined || reader === 'informed' ? 'responsible' : reader,
    offered: mayAppoint(model.process, made, roles) ? await peopleOffered(asked) : { known: [], byMail: false },
    visitors: assistant.words(visitorsLanguage(made)),
    ...(overtaken && { happened: speak.words.own('appointment.overtaken') }),
  };
  return appointmentCard(speak, { model, case: made }, view, rejected);
}

/** The responsible person of a visit by dignitaries (M 3.3): who it is, who may change that, and a text for who arranges it. */
import { mayAppoint, mayEndAppointment, namedByRequester } from '../../domain/case/given/appointment';
import type { CaseRole } from '../../domain/case/lives/step';
import { isAppointee } from '../../domain/case/roles';
import type { Words } from '../../domain/language/words';
import type { Message } from '../../domain/message';
import type { Person } from '../../domain/person';
import { readWrittenPerson } from '../../domain/written-person';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { caseTitle } from '../parts/facts';
import { fitted, shortened } from '../parts/room';
import { type PeopleOffered, type RejectedPerson, soughtPersonFields } from '../parts/sought-person';
import type { CaseButtonReader } from '../verbs';
import type { Matter } from './matter';

/** Who looks at it, and as what. */
export interface AppointmentView {
  readonly who: Person;
  readonly roles: readonly CaseRole[];
  readonly as: CaseButtonReader;
  /** Whom a coordinator can choose. */
  readonly offered: PeopleOffered;
  /** The words of the language in which the party that arranges the visit is written to. */
  readonly visitors: Words;
  /** What has happened meanwhile. */
  readonly happened?: string;
}

/** Far more than the text has; the input that holds it needs a limit. */
const LONGEST_LETTER = 4000;

/** The responsible person in one line: confirmed, or named and not confirmed yet. Empty where the visit has none. */
export function appointeeText({ words }: Kit, { model: { process }, case: made }: Matter, longest: number): string {
  const named = namedByRequester(process, made);
  if (made.appointee) return words.own('appointment.confirmed', { name: shortened(made.appointee.name, longest) });
  return named === undefined ? '' : words.own('appointment.named', { name: shortened(named, longest) });
}

/** Who it is, with the fields to confirm or change that for whoever may. */
export function appointmentCard(kit: Kit, matter: Matter, view: AppointmentView, rejected?: RejectedPerson): Message {
  const { words } = kit;
  const { model, case: made } = matter;
  const { roles, as, offered } = view;
  const title = words.own('appointment.title');
  const appoints = mayAppoint(model.process, made, roles);
  const card = (room: number) => ({
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    note: note(kit, matter, view, rejected),
    noteStyle: rejected ? 'attention' : 'default',
    title,
    fields: [
      ...letterField(kit, matter, view),
      ...(appoints ? soughtPersonFields(kit, offered, room, rejected, proposed(matter, offered)) : []),
    ],
    actions: [
      ...(appoints
        ? [
            press(
              words.own(made.appointee ? 'appointment.change' : 'appointment.confirm'),
              'appoint',
              { case: made.number, as, present: made.appointee?.id ?? '' },
              { style: 'positive' },
            ),
          ]
        : []),
      ...endAction(kit, matter, view),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  });
  return fitted((room) => message(kit, 'form', card(room), title));
}

/** What stands above: what happened, who it is, and what a press does. */
function note(kit: Kit, matter: Matter, { roles, happened }: AppointmentView, rejected?: RejectedPerson): string {
  const { words } = kit;
  const { process } = matter.model;
  const { appointee } = matter.case;
  const named = namedByRequester(process, matter.case);
  return [
    ...(happened === undefined ? [] : [happened]),
    ...(rejected ? [words.own('form.problems')] : []),
    appointee
      ? words.own('appointment.confirmed', { name: appointee.name })
      : named === undefined
        ? words.own('appointment.nobody')
        : words.own('appointment.waits', { name: named }),
    ...(mayAppoint(process, matter.case, roles) ? [words.own('appointment.explain')] : []),
  ].join(' ');
}

/** Whom the requester meant, as far as that is clear: by their address, else by the name of one whom the assistant knows. */
function proposed({ model: { process }, case: made }: Matter, { known, byMail }: PeopleOffered) {
  const named = namedByRequester(process, made);
  if (made.appointee || named === undefined) return {};
  const { name, address } = readWrittenPerson(named);
  if (byMail && address !== undefined) return { mail: address };
  const same = known.filter((person) => person.name.toLowerCase() === name.toLowerCase());
  const [only] = same;
  return only && same.length === 1 ? { person: only.id } : {};
}

function endAction({ words }: Kit, { case: made }: Matter, { who, roles, as }: AppointmentView): readonly Json[] {
  if (!made.appointee || !mayEndAppointment(made, roles)) return [];
  const title = words.own(isAppointee(made, who) ? 'appointment.leave' : 'appointment.end');
  return [press(title, 'end-appointment', { case: made.number, as, person: made.appointee.id }, { inputs: 'none' })];
}

/** A text that names the responsible person to the party that arranges the visit, ready to be copied. */
function letterField(
  { words }: Kit,
  { case: { appointee } }: Matter,
  { visitors, who }: AppointmentView,
): readonly Json[] {
  if (!appointee) return [];
  const { name, address } = appointee;
  const body =
    address === undefined
      ? visitors.own('appointment.letter.open', { name })
      : visitors.own('appointment.letter.reachable', { name, address });
  const closing = [visitors.own('reply.letter.closing'), who.name, visitors.own('reply.letter.city')].join('\n');
  return [
    {
      id: 'text',
      type: 'text',
      label: words.own('appointment.letter-label', { language: words.own(`language.${visitors.language}`) }),
      hint: words.own('reply.hint'),
      problem: '',
      value: [visitors.own('reply.letter.greeting'), body, closing].join('\n\n'),
      maxLength: LONGEST_LETTER,
      multiline: true,
      choices: [],
      style: 'compact',
    },
  ];
}

/** Every button: for whom it is, and what answers it. A verb that has no line here does not compile. */
import type { Payload, PressOf, Verb } from '../cards/verbs';
import type { Message } from '../domain/message';
import type { Asking } from '../features/asked';
import { actOnCase, openAct } from '../features/case/act-on-case';
import { appoint, endAppointment, showAppointment } from '../features/case/appointment';
import { showReply } from '../features/case/reply';
import { showCase, showHistory } from '../features/case/show-case';
import { openTodo, showTodos, tickTodo, untickTodo, writeTodo } from '../features/case/todos';
import { showBeforeYouBegin } from '../features/directory/before-you-begin';
import * as entry from '../features/directory/edit-entry';
import * as member from '../features/directory/edit-members';
import { showDirectory, showDirectoryList } from '../features/directory/show-directory';
import { showHome } from '../features/home';
import { inbox } from '../features/listing/inbox';
import { myWork } from '../features/listing/my-work';
import { search } from '../features/listing/search';
import { revive, reviveAll, showUndelivered } from '../features/listing/undelivered';
import { chooseLanguage, setLanguage } from '../features/person/language';
import { chooseNotify, setNotify } from '../features/person/notify';
import { chooseToErase, erasePerson, findToErase, openErasure } from '../features/privacy/erase-person';
import { myData, myDataText } from '../features/privacy/my-data';
import { editCase } from '../features/walk/edit-case';
import * as meant from '../features/walk/meant-by-press';
import { resumeDraft } from '../features/walk/resume-draft';
import { startWalk } from '../features/walk/start-walk';
import { type Answer, forAnybody, forEditors, forTeam, inWalk, withPeople } from './for-whom';

/** An answer to each verb, with the payload that its schema lets through. */
type Presses = { readonly [V in Verb]: Answer<Payload<V>> };

export const presses: Presses = {
  home: forAnybody((asked) => showHome(asked, 'help')),
  start: forAnybody(startWalk),
  resume: forAnybody(resumeDraft),

  answer: inWalk(meant.answering('answer')),
  'answer-otherwise': inWalk(meant.answering('answer-otherwise')),
  fill: withPeople(inWalk(meant.filledIn)),
  acknowledge: inWalk(meant.acknowledged),
  change: inWalk(meant.changing),
  back: withPeople(inWalk(meant.leaving('back'))),
  save: withPeople(inWalk(meant.leaving('save'))),
  cancel: withPeople(inWalk(meant.leaving('cancel'))),
  keep: inWalk(meant.deciding('keep')),
  discard: inWalk(meant.deciding('discard')),
  submit: inWalk(meant.deciding('submit')),

  'my-work': forAnybody(myWork),
  inbox: forAnybody(inbox),
  search: forAnybody(search),
  'show-undelivered': forTeam(showUndelivered),
  'revive-all': forTeam(reviveAll),
  revive: forTeam(revive),

  'show-case': forAnybody(showCase),
  'show-history': forAnybody(showHistory),
  'show-reply': forAnybody(showReply),
  'edit-case': forAnybody(editCase),
  'show-appointment': forAnybody(showAppointment),
  appoint: forAnybody(appoint),
  'end-appointment': forAnybody(endAppointment),
  'open-act': forAnybody(openAct),
  act: forAnybody(actOnCase),
  'show-todos': forAnybody(showTodos),
  'open-todo': forAnybody(openTodo),
  tick: forAnybody(tickTodo),
  untick: forAnybody(untickTodo),
  'write-todo': withPeople(forAnybody(writeTodo)),

  'choose-language': forAnybody(chooseLanguage),
  'set-language': forAnybody(setLanguage),
  'choose-notify': forAnybody(chooseNotify),
  'set-notify': forAnybody(setNotify),

  'my-data': forAnybody(myData),
  'my-data-text': forAnybody(myDataText),
  'open-erasure': forTeam(openErasure),
  'find-erasure': forTeam(findToErase),
  'choose-erasure': forTeam(chooseToErase),
  erase: forTeam(erasePerson),

  'before-you-begin': forEditors((team, payload) => showBeforeYouBegin(team, payload)),
  directory: forEditors(showDirectory),
  'directory-list': forEditors(showDirectoryList),
  'directory-entry': forEditors(entry.showEntry),
  'directory-history': forEditors(entry.showEntryHistory),
  'directory-form': forEditors(entry.openForm),
  'directory-save': forEditors(entry.saveEntry),
  'directory-check': forEditors(entry.checkEntry),
  'directory-retire': forEditors(entry.retireEntry),
  'directory-return': forEditors(entry.returnEntry),
  'directory-member': forEditors(member.showMember),
  'directory-member-form': forEditors(member.openMemberForm),
  'directory-member-save': forEditors(member.saveMember),
  'directory-member-move': forEditors(member.moveMember),
  'directory-absence-remove': forEditors(member.removeAbsence),
  'directory-new-member': forEditors(member.openNewMember),
  'directory-add-member': forEditors(member.addNewMember),
};

/** Answers a press that has passed its schema. */
export function answerPress<V extends Verb>(asking: Asking, { verb, payload }: PressOf<V>): Promise<Message> {
  return presses[verb](asking, payload);
}

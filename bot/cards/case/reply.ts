import type { Reply } from '../../domain/case/filled-in/reply';
import type { Words } from '../../domain/language/words';
import type { Message } from '../../domain/message';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { caseTitle } from '../parts/facts';
import type { CaseButtonReader } from '../verbs';
import type { Matter } from './matter';

/** Far more than a letter has; the input that holds it needs a limit. */
const LONGEST_LETTER = 4000;

export interface ReplyView {
  readonly reply: Reply;
  readonly as: CaseButtonReader;
  /** The words of the language in which the visitor is written to. */
  readonly visitors: Words;
  /** Who signs. */
  readonly name: string;
}

/** A polite no, ready to be copied: in an input, so that it can be selected on a phone too. Nothing of it is stored. */
export function replyCard(kit: Kit, { model, case: made }: Matter, { reply, as, visitors, name }: ReplyView): Message {
  const { words } = kit;
  const title = words.own(`reply.button.${reply.occasion}`);
  const language = words.own(`language.${visitors.language}`);
  const card = {
    heading: words.own('case.heading', { process: caseTitle(model, made.answers, words), number: made.number }),
    note: '',
    noteStyle: 'default',
    title,
    fields: [
      {
        id: 'text',
        type: 'text',
        label: words.own('reply.label', { language }),
        hint: words.own('reply.hint'),
        problem: '',
        value: replyLetter(visitors, { model, case: made }, { reply, name }),
        maxLength: LONGEST_LETTER,
        multiline: true,
        choices: [],
        style: 'compact',
      },
    ],
    actions: [
      ...words.languages
        .filter((other) => other !== visitors.language)
        .map((other) =>
          press(
            words.own(`language.${other}`),
            'show-reply',
            { case: made.number, as, language: other },
            { inputs: 'none' },
          ),
        ),
      press(words.own('life.back'), 'show-case', { case: made.number, as }, { inputs: 'none' }),
    ],
  };
  return message(kit, 'form', card, title);
}

/** The letter: thanks, the no, what may come next, signed. Why the city declines is its own matter and not quoted. */
function replyLetter(
  words: Words,
  { model: { process }, case: made }: Matter,
  { reply, name }: Pick<ReplyView, 'reply' | 'name'>,
): string {
  const { occasion, kind, otherDay } = reply;
  const named = made.answers[process.title.who];
  const organisation = typeof named === 'string' ? named : words.process(process.id, 'name');
  const body =
    kind === 'no'
      ? [words.own(`reply.letter.${occasion}.no`), words.own(`reply.letter.${occasion}.next`)]
      : [
          words.own('reply.letter.another-date.no'),
          otherDay === undefined
            ? words.own('reply.letter.another-date.open')
            : words.own('reply.letter.another-date.day', { day: words.day(otherDay) }),
        ];
  return [
    words.own('reply.letter.greeting'),
    words.own(`reply.letter.${occasion}.thanks`, { organisation }),
    ...body,
    [words.own('reply.letter.closing'), name, words.own('reply.letter.city')].join('\n'),
  ].join('\n\n');
}

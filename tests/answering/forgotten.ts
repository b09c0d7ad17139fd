/**
 * What may not compile, so that no button and no word is forgotten, and nobody gets what is not theirs. Where one of these
 * lines would compile after all, `npm run check` fails.
 */
import { commands } from '../../bot/answering/commands';
import { forAnybody, forTeam, inWalk } from '../../bot/answering/for-whom';
import { presses } from '../../bot/answering/presses';
import { tickTodo } from '../../bot/features/case/todos';
import { reviveAll } from '../../bot/features/listing/undelivered';
import { acknowledged } from '../../bot/features/walk/meant-by-press';

const { home: _button, ...withoutVerb } = presses;
// @ts-expect-error A verb without an answer.
export const noVerb: typeof presses = withoutVerb;
// @ts-expect-error An answer that wants another payload than the verb's schema lets through.
export const otherPayload: typeof presses = { ...presses, home: forAnybody(tickTodo) };
// @ts-expect-error An answer without a verb.
export const noSuchVerb: typeof presses = { ...presses, 'no-such-verb': forAnybody(tickTodo) };

const { hello: _word, ...withoutCommand } = commands;
// @ts-expect-error A command without an answer.
export const noCommand: typeof commands = withoutCommand;
// @ts-expect-error A command of which nobody has said whether it tells the language.
export const silent: typeof commands = { ...commands, hello: { answer: commands.hello.answer } };

export const ofTeam = forTeam(reviveAll);
// @ts-expect-error What is the team's alone, for anybody.
export const ofAnybody = forAnybody(reviveAll);
// @ts-expect-error A press of a walk whose payload names no draft.
export const ofNoDraft: typeof presses = { ...presses, home: inWalk(acknowledged) };

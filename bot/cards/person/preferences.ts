import type { Message } from '../../domain/message';
import { NOTIFY, type Notify } from '../../domain/notify';
import { press } from '../actions';
import type { Kit } from '../kit';
import { notice } from '../notice';

/** How often the assistant writes of its own accord, with what each choice means and which one it is now. */
export function notifyCard(kit: Kit, present: Notify): Message {
  const { words } = kit;
  const choices = NOTIFY.map((notify) => ({ notify, title: words.own(`notify.${notify}.title`) }));
  const means = NOTIFY.map((notify) => words.own(`notify.${notify}.means`)).join('\n\n');
  const now = words.own('notify.now', { choice: words.own(`notify.${present}.title`) });
  return notice(
    kit,
    words.own('notify.title'),
    [means, now].join('\n\n'),
    choices.map(({ notify, title }) => press(title, 'set-notify', { notify })),
  );
}

/** What was chosen, and that it is remembered. */
export function notifySetCard(kit: Kit, chosen: Notify): Message {
  const { words } = kit;
  return notice(kit, words.own('notify.set'), words.own(`notify.${chosen}.means`), [
    press(words.own('actions.change'), 'choose-notify', {}),
    press(words.own('actions.my-work'), 'my-work', {}),
    press(words.own('actions.home'), 'home', {}),
  ]);
}

/** The languages that the city speaks, each under its own name. */
export function languageCard(kit: Kit): Message {
  const { words } = kit;
  return notice(
    kit,
    words.own('language.title'),
    words.own('language.text'),
    words.languages.map((language) => press(words.own(`language.${language}`), 'set-language', { language })),
  );
}

import { commands, languageSpoken } from '../../bot/answering/commands';
import { presses } from '../../bot/answering/presses';
import { verbs } from '../../bot/cards/verbs';
import { LANGUAGES } from '../../bot/domain/language/language';
import { COMMANDS } from '../../bot/domain/said/phrases';

it('has an answer to each verb and each command, and no other', () => {
  expect(Object.keys(presses).sort()).toEqual(Object.keys(verbs).sort());
  expect(Object.keys(commands).sort()).toEqual([...COMMANDS].sort());
});

it.each(LANGUAGES)('hears %s in what says more than a greeting, and in the words of a process', (language) => {
  const heard = COMMANDS.filter((command) => languageSpoken({ kind: 'command', command, language }) === language);
  expect(heard).toEqual(['help', 'my-work', 'language', 'notify', 'my-data', 'directory', 'before-you-begin']);
  expect(languageSpoken({ kind: 'start', process: 'any', language, whole: true })).toBe(language);
  expect(languageSpoken(undefined)).toBeUndefined();
});

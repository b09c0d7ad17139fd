import { TableServiceClient } from '@azure/data-tables';
import { rebuildRegister, runRegisterCommand } from '../../bot/commands/register';
import type { Log } from '../../bot/ports';
import { openProcess } from '../contracts/casework-fixtures';
import { listed, makeMembers } from '../playing/listed-cases';
import { modelOf } from '../playing/process-walk';
import { cardText, VISITOR, walkToReceipt, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const words = wordsIn('en');
const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const assistant = withAssistant({}, { forEachTest: true });

/** The table is gone, and a bot that starts makes it anew, empty. */
async function loseRegister(): Promise<void> {
  const service = TableServiceClient.fromConnectionString(assistant.tables.connectionString, {
    allowInsecureConnection: true,
  });
  await service.deleteTable('register');
  await assistant.restart();
}

async function commandOver(printed: string[]) {
  const { cases, register } = await openProcess(assistant.tables.connectionString);
  return {
    cases: () => cases.all(),
    todosOf: (number: string) => cases.todos(number),
    register,
    models: modelOf,
    log: QUIET,
    print: (line: string) => void printed.push(line),
  };
}

describe('the register made again', () => {
  it('gives everybody the inbox and the searches that they had before', async () => {
    const team = assistant.person('Team Member');
    const member = assistant.person('Marketing Member');
    const requester = assistant.person('Sending Person');
    await makeMembers(assistant, { 'international-affairs': [team], 'espoo-marketing-business': [member] });
    const numbers: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      numbers.push(await walkToReceipt(requester, { visitor: { ...VISITOR, organisation: `Board ${at}` } }));
    }
    await assistant.bot.worker.drain();
    await member.says('inbox');
    await member.press(({ verb, data }) => verb === 'show-case' && Object(data).case === numbers[0]);
    await member.press(words.own('life.do.accept'));
    await assistant.bot.worker.drain();
    const look = async () => {
      const seen: string[] = [];
      for (const [person, text] of [
        [member, 'inbox'],
        [team, 'search board'],
        [requester, 'search South Korea'],
      ] as const) {
        await person.says(text);
        seen.push(cardText(person));
      }
      const { register } = await openProcess(assistant.tables.connectionString);
      const may = { from: '2026-05-04', to: '2026-05-10' };
      const week = await register.find({ of: 'unit-days', unit: 'espoo-marketing-business', ...may }, { size: 20 });
      return [...seen, week.items.map(({ number }) => number).join()];
    };
    const before = await look();
    await loseRegister();
    await team.says('search board');
    expect(listed(team)).toEqual([]);
    const printed: string[] = [];
    expect(await rebuildRegister(await commandOver(printed))).toBe(0);
    expect(printed.at(-1)).toBe('Listed: 7.');
    expect(await look()).toEqual(before);
    // Once more does no harm.
    expect(await runRegisterCommand(['rebuild'], await commandOver(printed))).toBe(0);
    expect(await look()).toEqual(before);
  });

  it('lists the others when one case cannot be, and says so', async () => {
    const requester = assistant.person('Sending Person');
    const [first, second] = [await walkToReceipt(requester), await walkToReceipt(requester)];
    await assistant.bot.worker.drain();
    await loseRegister();
    const printed: string[] = [];
    const command = await commandOver(printed);
    const todosOf = async (number: string) => {
      if (number === first) throw new Error('unreadable');
      return command.todosOf(number);
    };
    expect(await rebuildRegister({ ...command, todosOf })).toBe(1);
    expect(printed).toContain(`${first} could not be listed.`);
    await requester.says('search sample city');
    expect(listed(requester)).toEqual([second]);
    assistant.tables.fault(({ kind }) => (kind === 'query' ? { status: 503 } : 'pass'));
    expect(await rebuildRegister(command)).toBe(1);
    expect(printed.at(-1)).toContain('Run it again');
  });

  it('says how it is used when it is asked for something else', async () => {
    const printed: string[] = [];
    const command = await commandOver(printed);
    for (const args of [[], ['mend'], ['rebuild', 'twice']]) expect(await runRegisterCommand(args, command)).toBe(2);
    expect(printed[0]).toContain('npm run register');
  });
});

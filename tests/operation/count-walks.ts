// npm run walk -- --count
// What the walks of every process cost a person: each golden case from the words that begin it to the receipt, in English,
// over HTTP. A press is a button that asks the bot; what is typed or chosen into inputs is counted beside it.
import type { Answers } from '../../bot/domain/process/answers';
import { inputsOn } from '../fixtures/person/read-card';
import { startAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import { casesThatStay, finalAnswers, PROCESS_IDS, walkProcess } from '../playing/process-walk';

/** Into these one types; in the others one chooses. */
const TYPED = ['Input.Text', 'Input.Number'];

interface Count {
  readonly presses: number;
  readonly typed: number;
  readonly chosen: number;
}

/** The walks of each process, counted. */
export async function countWalks(): Promise<ReadonlyMap<string, readonly Count[]>> {
  const counted = new Map<string, readonly Count[]>();
  const assistant = await startAssistant();
  try {
    for (const process of PROCESS_IDS) {
      const counts: Count[] = [];
      for (const [at, golden] of casesThatStay(process).entries()) {
        const person = assistant.person(`Counting ${process} ${at}`);
        counts.push(await countWalk(person, process, finalAnswers(golden)));
      }
      counted.set(process, counts);
    }
  } finally {
    await assistant.close();
  }
  return counted;
}

async function countWalk(person: TeamsPerson, process: string, answers: Answers): Promise<Count> {
  const count = { presses: 0, typed: 0, chosen: 0 };
  const counting: TeamsPerson = {
    ...person,
    press(choice, inputs = {}, options) {
      count.presses += 1;
      for (const { id, type } of inputsOn(person.card())) {
        if (inputs[String(id)] === undefined) continue;
        count[TYPED.includes(String(type)) ? 'typed' : 'chosen'] += 1;
      }
      return person.press(choice, inputs, options);
    },
  };
  await walkProcess(counting, { process, answers });
  return count;
}

/** The table of it. */
export function tableOf(counted: ReadonlyMap<string, readonly Count[]>): string {
  const rows = [...counted].map(([process, counts]) => {
    const presses = counts.map((count) => count.presses).sort((one, other) => one - other);
    const middle = presses[Math.floor(presses.length / 2)];
    const most = (of: keyof Count) => Math.max(...counts.map((count) => count[of]));
    const cells = [counts.length, middle, presses.at(-1), most('typed'), most('chosen')];
    return [process.padEnd(24), ...cells.map((cell) => String(cell).padStart(8))].join('');
  });
  const heads = ['walks', 'median', 'most', 'typed', 'chosen'].map((head) => head.padStart(8));
  return [[''.padEnd(24), ...heads].join(''), ...rows].join('\n');
}

import type { Mutant } from './mutant';

const HANDING_ON = { file: 'bot/domain/case/handing-on.ts', test: 'tests/domain/case/handing-on.test.ts' };
const LEFT = 'tests/features/case/left-the-unit.test.ts';
const ANSWERS = { file: 'bot/adapters/teams/sending/messenger.ts', test: 'tests/adapters/failed-deliveries.test.ts' };
const PAUSE = { file: 'bot/pace/retry-after.ts', test: 'tests/pace/retry-after.test.ts' };
const UPDATES = { file: 'bot/deliveries/update-cards.ts', test: 'tests/features/case/updated-cards.test.ts' };
const REACHED = { file: 'bot/deliveries/in-teams.ts', test: 'tests/features/case/reaching-people.test.ts' };
const BOTH = 'tests/features/case/both-roles.test.ts';

/** Who hears of a case, what an answer of Teams means, and that one slow channel holds up no other. */
export const mutants: readonly Mutant[] = [
  {
    without: 'whoever was to hear of a case hears of it, whatever they are by now',
    file: 'bot/deliveries/rights.ts',
    search: "target.kind !== 'person' || mayHear(",
    replacement: "target.kind !== 'person' || true || mayHear(",
    test: LEFT,
    named: 'withdrawal',
  },
  {
    ...HANDING_ON,
    without: 'somebody who asked counts as the unit',
    search: "return handles(roles) || (purpose === 'request' && roles.includes('informed'));",
    replacement: 'return roles.length > 0;',
  },
  {
    ...HANDING_ON,
    without: 'a reminder goes to whoever has the case, whomever it is for',
    search: "purpose === 'reminder'",
    replacement: "purpose === 'review'",
  },
  {
    ...HANDING_ON,
    without: 'somebody gets the same card twice',
    search: 'other.event >= entry.event &&',
    replacement: 'other.event > entry.event + 9 &&',
  },
  {
    without: 'whoever took a case on has it after leaving',
    file: 'bot/domain/case/roles.ts',
    search: 'if (holder && isHandler(holder)) return holder;',
    replacement: 'if (holder) return holder;',
    test: 'tests/domain/case/handing-on.test.ts',
  },
  {
    without: 'nobody has a role by default',
    file: 'bot/features/case/case-reader.ts',
    search: 'const told = informed.find(({ unit }) => isMember(directory, unit, id));',
    replacement: 'const told = informed.find(({ unit }) => isMember(directory, unit, id)) ?? responsible;',
    test: 'tests/features/case/case-reader.test.ts',
  },
  {
    without: 'rights are looked up however old the directory is',
    file: 'bot/deliveries/case-deliveries.ts',
    search: 'return await currentModelOf(assistant, made.process);',
    replacement: 'return await modelOf(assistant, made.process);',
    test: LEFT,
    named: 'nobody can tell',
  },
  {
    without: 'who handled their own case and has left keeps the word to themselves',
    file: 'bot/domain/case/telling.ts',
    search: 'if (isOwn && handles(roles)) return [];',
    replacement: 'if (isOwn) return [];',
    test: LEFT,
    named: 'their own case',
  },
  {
    without: 'a summary shows what somebody had before they left',
    file: 'bot/features/listing/waiting.ts',
    search: 'if (handler?.id === viewer.id && acts(assistant, looking, line)) return true;',
    replacement: 'if (handler?.id === viewer.id) return true;',
    test: 'tests/features/listing/waiting.test.ts',
  },
  {
    without: 'nobody finds what somebody had who has left',
    file: 'bot/features/listing/waiting.ts',
    search: '!isIn(handler.id) && contactOf',
    replacement: 'isIn(handler.id) && contactOf',
    test: 'tests/features/listing/waiting.test.ts',
  },
  {
    ...REACHED,
    without: 'whoever has blocked the app gets nothing',
    search: "if (delivery.result !== 'shut-out') return delivery;",
    replacement: 'if (delivery) return delivery;',
  },
  {
    ...REACHED,
    without: 'whoever is shut out of the fresh chat, too, gets nothing',
    search: "if (second.result !== 'shut-out') return second;",
    replacement: 'if (second) return second;',
  },
  {
    without: 'the app that was removed counts as there',
    file: 'bot/features/person/departure.ts',
    search: 'await people.loseChat(who);',
    replacement: 'await people.find(who);',
    test: REACHED.test,
  },
  {
    without: 'a chat that came meanwhile is lost with the old one',
    file: 'bot/adapters/tables/people/people-table.ts',
    search: '(chat !== undefined && stored.value.chat !== chat)',
    replacement: '(chat !== undefined && stored.value.chat === undefined)',
    test: 'tests/contracts/people-store.test.ts',
  },
  {
    without: 'the buttons of both parts',
    file: 'bot/cards/case/case.ts',
    search: 'return reader.also ? [reader.as, reader.also] : [reader.as];',
    replacement: 'return [reader.as];',
    test: BOTH,
  },
  {
    without: 'a coordinator who takes part counts as one',
    file: 'bot/domain/case/lives/step.ts',
    search: "export const HANDLERS = ['responsible', 'coordinator'] as const",
    replacement: "export const HANDLERS = ['responsible'] as const",
    test: BOTH,
  },
  { ...ANSWERS, without: '409 and 412 as "not now"', search: '[409, 412, 429]', replacement: '[429]' },
  { ...ANSWERS, without: '408 as uncertain', search: ' && statusCode !== 408', replacement: '' },
  {
    ...ANSWERS,
    without: '403 as a chat that is closed',
    search: "if (statusCode === 403) return { result: 'shut-out', failure };",
    replacement: '',
  },
  {
    without: '408 of Graph as uncertain',
    file: 'bot/adapters/graph/graph-failure.ts',
    search: 'status === 408 || ',
    replacement: '',
    test: ANSWERS.test,
  },
  {
    ...UPDATES,
    without: 'one card that fails holds up the others',
    search: 'for (const card of held) deliveries.push(await updateCard(assistant, model, made, card));',
    replacement: `for (const card of held) {
    deliveries.push(await updateCard(assistant, model, made, card));
    if (deliveries.at(-1)?.result !== 'sent') break;
  }`,
  },
  {
    ...UPDATES,
    without: 'an update that failed is tried again',
    search: 'if (failed) return failed;',
    replacement: '',
  },
  { ...UPDATES, without: 'a refused update leaves a trace', search: 'if (refused) return refused;', replacement: '' },
  {
    ...UPDATES,
    without: 'a chat that is closed leaves a trace',
    search: '...(shutOut && { refused: shutOut.failure })',
    replacement: '',
  },
  {
    without: 'a ceiling on what a channel asks for',
    file: 'bot/domain/outbox/attempts.ts',
    search: 'Math.min(retryAfterSeconds, LONGEST_WISH_SECONDS)',
    replacement: 'retryAfterSeconds',
    test: 'tests/deliveries/worker.test.ts',
  },
  { ...PAUSE, without: 'nothing but pauses', search: 'seconds > 0 ?', replacement: 'seconds ?' },
  {
    ...PAUSE,
    without: 'nothing but dates of HTTP',
    search: 'if (!HTTP_DATE.test(text)) return Number.NaN;',
    replacement: '',
  },
  { ...PAUSE, without: 'the answer’s own clock', search: 'momentOf(headers.get(', replacement: 'momentOf(String(' },
  {
    without: 'a lane for each channel',
    file: 'bot/deliveries/lanes.ts',
    search: 'createLane(channelsIn(name), CASES_AT_ONCE[name], options)',
    replacement: "createLane(name === 'house' ? [...channelsIn(name), 'teams'] : channelsIn(name), 1, options)",
    test: 'tests/deliveries/worker.test.ts',
    named: 'a channel that is slow',
  },
  {
    without: 'a look of each lane’s own behind what waits for a slow one',
    file: 'bot/deliveries/worker.ts',
    search: 'due.length < BATCH ? lane.carryOut(own)',
    replacement: 'due.length <= BATCH ? lane.carryOut(own)',
    test: 'tests/deliveries/worker.test.ts',
    named: 'a channel that is slow',
  },
  {
    without: 'the order within a case',
    file: 'bot/deliveries/lanes.ts',
    search: 'if (inHand.has(number)) {',
    replacement: 'if (inHand.has(`${number}!`)) {',
    test: 'tests/deliveries/worker.test.ts',
    named: 'a channel that is slow',
  },
  {
    without: 'what is inside the house goes first',
    file: 'bot/deliveries/lanes.ts',
    search: '{ house: 8, sharepoint: 4, mail: 4, teams: 8 }',
    replacement: '{ sharepoint: 4, house: 8, mail: 4, teams: 8 }',
    test: 'tests/deliveries/worker.test.ts',
    named: 'a channel that is slow',
  },
  {
    without: 'only the channels that are asked for',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'where: channels && byChannel(channels),',
    replacement: '',
    test: 'tests/contracts/outbox-store.test.ts',
  },
];

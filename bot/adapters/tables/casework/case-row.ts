import type { Case } from '../../../domain/case/case';
import { caseNumber, parseCaseNumber } from '../../../domain/case/number';
import type { Destination, Routing } from '../../../domain/case/routing';
import type { Answer, Answers } from '../../../domain/process/answers';
import type { Explanation } from '../../../domain/walk/explanation';
import { bucketName } from '../rows/buckets';
import {
  inColumns,
  jsonText,
  languageOf,
  momentOf,
  newerColumns,
  numberOf,
  optionalMomentOf,
  optionalTextOf,
  personOf,
  shapedOf,
  textOf,
} from '../rows/columns';
import { caseKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';
import { bucketOfSerial } from './case-numbers';

/** Columns that the service allows are 252; the others of a case take about thirty. */
const MOST_ANSWER_COLUMNS = 200;
const LONGEST_ANSWER_COLUMN = 256;

const COLUMNS = [
  ...['number', 'year', 'process', 'version', 'language', 'state', 'draft', 'submittedAt', 'lastEvent', 'changedAt'],
  ...['purgedAt', 'erasedAt', 'sinceEvent', 'since', 'operation', 'holderId', 'holderName', 'holderMessage', 'said'],
  ...['appointeeId', 'appointeeName', 'appointeeAddress'],
  ...['askedIn', 'askerId', 'askerName', 'message', 'outcome', 'outcomeSource', 'responsibleUnit', 'informedUnits'],
  ...['requesterId', 'requesterTenant', 'requesterName', 'answers', 'recorded', 'explanation', 'routing'],
];
const OF_ANSWERS = 'a_';
/** What is written anew each time, in as many columns as it takes. */
const NUMBERED = new RegExp(`^(${OF_ANSWERS}|routing\\d+$)`);

/** Where the rows of a case are, from its number as a person may write it; undefined when it is no number. */
export function placeOfCase(text: string): { readonly partitionKey: string; readonly number: string } | undefined {
  const parts = parseCaseNumber(text);
  if (parts === undefined) return undefined;
  return {
    partitionKey: bucketName(bucketOfSerial(parts.serial)),
    number: caseNumber(parts.prefix, parts.year, parts.serial),
  };
}

/** @throws TooLarge when the answers or what explains them are longer than a column can be. */
export function caseRow(partitionKey: string, made: Case, operation: string): Row & { readonly operation: string } {
  const { number, requester, answers, explanation, routing } = made;
  return {
    ...made.newer,
    ...answerColumns(answers),
    partitionKey,
    rowKey: caseKey(number),
    number,
    year: parseCaseNumber(number)?.year,
    process: made.process,
    version: made.version,
    language: made.language,
    state: made.state,
    draft: made.draft,
    submittedAt: made.submittedAt,
    lastEvent: made.lastEvent,
    changedAt: made.changedAt,
    purgedAt: made.purged,
    erasedAt: made.erased,
    sinceEvent: made.since.event,
    since: made.since.at,
    operation,
    holderId: made.holder?.id,
    holderName: made.holder?.name,
    holderMessage: made.holder?.message,
    appointeeId: made.appointee?.id,
    appointeeName: made.appointee?.name,
    appointeeAddress: made.appointee?.address,
    said: made.said && jsonText(`What was said of case ${number}`, made.said),
    askedIn: made.askedIn,
    askerId: made.asker?.id,
    askerName: made.asker?.name,
    message: made.message,
    outcome: explanation.outcome,
    outcomeSource: explanation.source,
    responsibleUnit: routing.responsible.unit,
    informedUnits: routing.informed.map(({ unit }) => unit).join(','),
    requesterId: requester.id,
    requesterTenant: requester.tenant,
    requesterName: requester.name,
    answers: jsonText(`The answers of case ${number}`, answers),
    recorded: made.recorded && jsonText(`What was recorded of case ${number}`, made.recorded),
    explanation: jsonText(`The explanation of case ${number}`, explanation),
    ...routingColumns(number, routing),
  };
}

/**
 * Where a case goes, as JSON in `routing`. Very many units that are told take more than a column holds: those after the
 * first stand in `routing2` and so on. A version that does not know these reads the first.
 */
function routingColumns(number: string, { responsible, informed }: Routing): Readonly<Record<string, string>> {
  const what = `The routing of case ${number}`;
  const [first = [], ...more] = inColumns(informed);
  return {
    routing: jsonText(what, { responsible, informed: first }),
    ...Object.fromEntries(more.map((part, at) => [moreRouting(at), jsonText(what, part)])),
  };
}

function readRouting(row: StoredRow): Routing {
  const { responsible, informed } = shapedOf(row, 'routing', shapes.routing) as Routing;
  const more: Destination[] = [];
  for (let at = 0; row[moreRouting(at)] !== undefined; at += 1) {
    more.push(...(shapedOf(row, moreRouting(at), shapes.destinations) as Destination[]));
  }
  return { responsible, informed: [...informed, ...more] };
}

/** The name of a column behind `routing`, from 0 on. */
function moreRouting(at: number): string {
  return `routing${at + 2}`;
}

/** @throws Unreadable */
export function readCaseRow(row: StoredRow): Case {
  return {
    number: textOf(row, 'number'),
    process: textOf(row, 'process'),
    version: numberOf(row, 'version'),
    language: languageOf(row),
    requester: personOf(row, 'requester'),
    answers: shapedOf(row, 'answers', shapes.answers) as Answers,
    explanation: shapedOf(row, 'explanation', shapes.explanation) as Explanation,
    routing: readRouting(row),
    state: textOf(row, 'state') as Case['state'],
    draft: textOf(row, 'draft'),
    submittedAt: momentOf(row, 'submittedAt'),
    lastEvent: numberOf(row, 'lastEvent'),
    changedAt: momentOf(row, 'changedAt'),
    since: { event: numberOf(row, 'sinceEvent'), at: momentOf(row, 'since') },
    ...readLife(row),
    ...newerColumns(row, [...COLUMNS, ...Object.keys(row).filter((name) => NUMBERED.test(name))]),
  };
}

function readLife(
  row: StoredRow,
): Pick<Case, 'holder' | 'appointee' | 'said' | 'recorded' | 'askedIn' | 'asker' | 'message' | 'purged' | 'erased'> {
  const [id, holderMessage, appointeeId, address, askedIn, askerId, message] = [
    'holderId',
    'holderMessage',
    'appointeeId',
    'appointeeAddress',
    'askedIn',
    'askerId',
    'message',
  ].map((name) => optionalTextOf(row, name));
  const [purged, erased] = ['purgedAt', 'erasedAt'].map((name) => optionalMomentOf(row, name));
  return {
    ...(id !== undefined && {
      holder: { id, name: textOf(row, 'holderName'), ...(holderMessage !== undefined && { message: holderMessage }) },
    }),
    ...(appointeeId !== undefined && {
      appointee: {
        id: appointeeId,
        name: textOf(row, 'appointeeName'),
        ...(address !== undefined && { address }),
      },
    }),
    ...(row.said !== undefined && { said: shapedOf(row, 'said', shapes.said) as NonNullable<Case['said']> }),
    ...(row.recorded !== undefined && { recorded: shapedOf(row, 'recorded', shapes.answers) as Answers }),
    ...(askedIn !== undefined && { askedIn: askedIn as NonNullable<Case['askedIn']> }),
    ...(askerId !== undefined && { asker: { id: askerId, name: textOf(row, 'askerName') } }),
    ...(message !== undefined && { message }),
    ...(purged !== undefined && { purged }),
    ...(erased !== undefined && { erased }),
  };
}

/** For reports: `a_<item>` for every answer that is short. The truth is the column `answers`; these are never read back. */
function answerColumns(answers: Answers): Readonly<Record<string, unknown>> {
  const columns = Object.entries(answers).flatMap(([item, answer]) => {
    const value = columnValue(answer);
    return value === undefined ? [] : [[`${OF_ANSWERS}${item.replaceAll(/[^A-Za-z0-9_]/g, '_')}`, value] as const];
  });
  return Object.fromEntries(columns.slice(0, MOST_ANSWER_COLUMNS));
}

function columnValue(answer: Answer): unknown {
  if (answer === null) return undefined;
  // Without its type a number would be an integer in one row and a fraction in the next.
  if (typeof answer === 'number') return { value: answer, type: 'Double' };
  if (typeof answer === 'boolean') return answer;
  const text = typeof answer === 'string' ? answer : answer.join(',');
  return text.length <= LONGEST_ANSWER_COLUMN ? text : undefined;
}

import { letGo, sentAnd, takenOn } from './in-hand';
import { HANDLERS, type Life } from './step';

const WORKING = ['accepted', 'prepared', 'decided'] as const;

/**
 * The life of what the city says of a matter, a comment, statement or opinion: prepared, decided by whom the model names,
 * given, and told to the international affairs team (M 2.4).
 */
export const VIEW = {
  editableIn: sentAnd(WORKING),
  was: { planned: 'prepared', held: 'given', 'not-held': 'not-given' },
  waitsAs: { prepared: 'planned', decided: 'planned', given: 'held' },
  afterItsDay: ['give', 'not-give'],
  steps: {
    ...takenOn(WORKING),
    prepare: { from: ['accepted'], to: 'prepared', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    decide: { from: ['accepted', 'prepared'], to: 'decided', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    give: {
      from: WORKING,
      to: 'given',
      by: HANDLERS,
      needs: [],
      tells: ['requester', 'coordinator'],
      leads: 'on',
    },
    'not-give': { from: WORKING, to: 'not-given', by: HANDLERS, needs: ['text'], tells: ['requester'], leads: 'on' },
    'follow-up': { from: ['given'], to: 'followed-up', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    ...letGo(WORKING, ['not-given']),
  },
} as const satisfies Life;

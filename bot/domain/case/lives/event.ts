import { letGo, sentAnd, takenOn } from './in-hand';
import { HANDLERS, type Life } from './step';

const WORKING = ['accepted', 'prepared', 'decided-for'] as const;

/**
 * The life of an event: prepared, decided for or against, held, followed up (M 3, events). That somebody decides is asked
 * for, and not demanded: of events that are not significant the model does not say who does.
 */
export const EVENT = {
  editableIn: sentAnd(WORKING),
  was: { planned: 'prepared' },
  waitsAs: { prepared: 'planned', 'decided-for': 'planned' },
  afterItsDay: ['hold', 'not-hold'],
  steps: {
    ...takenOn(WORKING),
    prepare: { from: ['accepted'], to: 'prepared', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    'decide-for': {
      from: ['accepted', 'prepared'],
      to: 'decided-for',
      by: HANDLERS,
      needs: [],
      tells: ['requester'],
      leads: 'on',
    },
    'decide-against': {
      from: ['accepted', 'prepared'],
      to: 'decided-against',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester'],
      leads: 'on',
    },
    hold: { from: WORKING, to: 'held', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    'not-hold': { from: WORKING, to: 'not-held', by: HANDLERS, needs: ['text'], tells: ['requester'], leads: 'on' },
    // One that was not held has nothing to tell.
    'follow-up': {
      from: ['held', 'not-held'],
      to: 'followed-up',
      by: HANDLERS,
      needs: [],
      tells: [],
      leads: 'on',
      reportsIn: ['held'],
    },
    ...letGo(WORKING, ['decided-against']),
  },
} as const satisfies Life;

import { letGo, sentAnd, takenOn } from './in-hand';
import { type Life, ORGANISERS } from './step';

const WORKING = ['accepted', 'planned'] as const;

/** The life of a visit: taken on, planned, held, followed up. All that is to be said of an action is said here. */
export const VISIT = {
  editableIn: sentAnd(WORKING),
  was: {},
  waitsAs: {},
  afterItsDay: ['hold', 'not-hold'],
  steps: {
    ...takenOn(WORKING),
    plan: { from: ['accepted'], to: 'planned', by: ORGANISERS, needs: [], tells: [], leads: 'on' },
    hold: { from: ['accepted', 'planned'], to: 'held', by: ORGANISERS, needs: [], tells: [], leads: 'on' },
    'not-hold': {
      from: ['accepted', 'planned'],
      to: 'not-held',
      by: ORGANISERS,
      needs: ['text'],
      tells: ['requester', 'appointee'],
      leads: 'on',
    },
    // One that was not held has nothing to tell.
    'follow-up': {
      from: ['held', 'not-held'],
      to: 'followed-up',
      by: ORGANISERS,
      needs: [],
      tells: [],
      leads: 'on',
      reportsIn: ['held'],
    },
    ...letGo(WORKING),
  },
} as const satisfies Life;

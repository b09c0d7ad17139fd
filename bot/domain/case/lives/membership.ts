import { letGo, sentAnd, takenOn } from './in-hand';
import { HANDLERS, type Life } from './step';

const WORKING = ['accepted'] as const;

/**
 * The life of a network that was evaluated: the city is in it, and evaluates it anew every year, or it is not (M 3.5). Which
 * of the model's decisions it was (join, stay, reactivate, let it rest) is asked with the step.
 */
export const MEMBERSHIP = {
  editableIn: sentAnd(WORKING),
  was: { planned: 'accepted', held: 'recorded-as-held', 'not-held': 'not-member' },
  waitsAs: { 'recorded-as-held': 'held', 'not-member': 'held' },
  afterItsDay: [],
  steps: {
    ...takenOn(WORKING),
    'be-member': {
      from: ['accepted', 'recorded-as-held'],
      to: 'member',
      by: HANDLERS,
      needs: [],
      tells: ['requester'],
      leads: 'on',
    },
    evaluate: { from: ['member'], to: 'member', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    leave: {
      from: ['accepted', 'recorded-as-held', 'member'],
      to: 'not-member',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester'],
      leads: 'on',
    },
    'follow-up': { from: ['not-member'], to: 'followed-up', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    ...letGo(WORKING),
  },
} as const satisfies Life;

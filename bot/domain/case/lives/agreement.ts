import { letGo, sentAnd, takenOn } from './in-hand';
import { HANDLERS, type Life } from './step';

const WORKING = ['accepted', 'negotiated'] as const;

/**
 * The life of a partnership or of an agreement with a city: negotiated, in force until it is renewed or ended (M 3.1, 3.2).
 * What was recorded as held in earlier cases may be in force: whoever has it says so, and until when.
 */
export const AGREEMENT = {
  editableIn: sentAnd(WORKING),
  was: { planned: 'negotiated', held: 'recorded-as-held', 'not-held': 'not-agreed' },
  waitsAs: { 'recorded-as-held': 'held', ended: 'held' },
  afterItsDay: [],
  steps: {
    ...takenOn(WORKING),
    negotiate: { from: ['accepted'], to: 'negotiated', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    agree: {
      from: ['accepted', 'negotiated', 'recorded-as-held'],
      to: 'in-force',
      by: HANDLERS,
      needs: [],
      tells: ['requester'],
      leads: 'on',
    },
    'not-agree': {
      from: ['accepted', 'negotiated'],
      to: 'not-agreed',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester'],
      leads: 'on',
    },
    renew: { from: ['in-force'], to: 'in-force', by: HANDLERS, needs: [], tells: ['requester'], leads: 'on' },
    end: {
      from: ['in-force', 'recorded-as-held'],
      to: 'ended',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester'],
      leads: 'on',
    },
    'follow-up': { from: ['ended'], to: 'followed-up', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    ...letGo(WORKING, ['not-agreed']),
  },
} as const satisfies Life;

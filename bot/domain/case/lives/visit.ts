import { HANDLERS, type Life, ORGANISERS } from './step';

const OPEN = ['submitted', 'asked', 'accepted', 'planned'] as const;

/** The life of a visit: taken on, planned, held, followed up. All that is to be said of an action is said here. */
export const VISIT = {
  editableIn: OPEN,
  steps: {
    accept: {
      from: ['submitted'],
      to: 'accepted',
      by: HANDLERS,
      needs: [],
      tells: ['requester'],
      leads: 'first',
      holder: 'doer',
    },
    ask: {
      from: ['submitted', 'accepted', 'planned'],
      to: 'asked',
      by: ORGANISERS,
      needs: ['text'],
      tells: ['requester'],
      leads: 'aside',
      asks: true,
    },
    answer: { from: ['asked'], to: 'before', by: ['requester'], needs: ['text'], tells: ['asker'], leads: 'first' },
    // Whoever gets it starts afresh.
    'pass-on': {
      from: ['submitted', 'accepted', 'planned'],
      to: 'submitted',
      by: HANDLERS,
      needs: ['unit', 'text'],
      tells: [],
      leads: 'aside',
      holder: 'nobody',
    },
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
    decline: {
      from: ['submitted', 'asked', 'accepted'],
      to: 'declined',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester', 'appointee'],
      leads: 'aside',
    },
    close: { from: ['followed-up', 'declined'], to: 'closed', by: HANDLERS, needs: [], tells: [], leads: 'on' },
    withdraw: {
      from: OPEN,
      to: 'withdrawn',
      by: ['requester'],
      needs: ['text'],
      tells: ['responsible', 'appointee'],
      leads: 'aside',
    },
  },
} as const satisfies Life;

/** What can be done with a case of any kind: it is taken on, asked about, passed on, turned down, withdrawn, closed. */
import type { CaseState } from '../../case-state';
import { HANDLERS, type Life, ORGANISERS } from './step';

/** How a case comes into somebody's hands. `working`: the states in which a unit is at it; the first is when it took it on. */
export function takenOn<const W extends CaseState>(working: readonly W[]) {
  return {
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
      from: ['submitted', ...working],
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
      from: ['submitted', ...working],
      to: 'submitted',
      by: HANDLERS,
      needs: ['unit', 'text'],
      tells: [],
      leads: 'aside',
      holder: 'nobody',
    },
  } as const satisfies Life['steps'];
}

/** How a case comes out of somebody's hands; `ends`: the states of its own in which nothing is left but to close it. */
export function letGo<const W extends CaseState, const E extends CaseState>(
  working: readonly W[],
  ends: readonly E[] = [],
) {
  return {
    decline: {
      from: ['submitted', 'asked', 'accepted'],
      to: 'declined',
      by: HANDLERS,
      needs: ['text'],
      tells: ['requester', 'appointee'],
      leads: 'aside',
    },
    close: {
      from: ['followed-up', 'declined', ...ends],
      to: 'closed',
      by: HANDLERS,
      needs: [],
      tells: [],
      leads: 'on',
    },
    withdraw: {
      from: sentAnd(working),
      to: 'withdrawn',
      by: ['requester'],
      needs: ['text'],
      tells: ['responsible', 'appointee'],
      leads: 'aside',
    },
  } as const satisfies Life['steps'];
}

/** The states in which it is with the requester or the unit still. */
export function sentAnd<const W extends CaseState>(working: readonly W[]) {
  return ['submitted', 'asked', ...working] as const;
}

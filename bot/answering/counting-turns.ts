import type { Traffic } from '../pace/traffic';
import type { Router } from '../ports/turn';

/** The same router, each of whose turns counts as somebody who waits. */
export function countingTurns(router: Router, traffic: Traffic): Router {
  return {
    installed: (turn) => traffic.during(() => router.installed(turn)),
    // Nobody waits for an answer to that.
    removed: (turn) => router.removed(turn),
    said: (turn, text) => traffic.during(() => router.said(turn, text)),
    attached: (turn) => traffic.during(() => router.attached(turn)),
    pressed: (turn, verb, data) => traffic.during(() => router.pressed(turn, verb, data)),
  };
}

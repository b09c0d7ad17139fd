/**
 * Where a case goes: the unit that is responsible, the units that are told, and why each (M 3.4, division of
 * responsibility). The rules are data of the process; units, themes and addresses are data of the directory.
 */

import { type Contact, contactOf } from '../directory/contact';
import { isMarked } from '../directory/dignitary-matrix';
import { type DirectoryContent, findUnit, unitOfTheme } from '../directory/directory';
import { isUnconfirmed } from '../directory/first-content';
import type { Answers } from '../process/answers';
import type { RoutingRule } from '../process/process';
import { evaluate, type Facts } from '../rules/condition';
import type { Model } from '../rules/model';
import { replay } from '../walk/replay';

/** The rule of a destination that somebody chose by hand. */
export const PASSED_ON = 'passed-on';
/** Of a unit that had the case until its answers were changed, and of one that was told because of the old answers. */
export const HAD_IT = 'had-it';
export const TOLD_BEFORE = 'told-before';

/** A unit with the person of it who is asked, and those who are away and so were not. */
export interface Destination extends Contact {
  readonly unit: string;
  /** The unit whose address is used. Not `unit` itself where the directory has no address for it. */
  readonly deliverTo: string;
  readonly rule: string;
  readonly source: string;
}

export interface Routing {
  readonly responsible: Destination;
  readonly informed: readonly Destination[];
}

/** Routes complete answers. The last rule of a process must always hold (checked by `npm run check`). */
export function route(model: Model, answers: Answers): Routing {
  const { facts } = replay(model, answers);
  const { responsible: rules, informed } = model.process.routing;
  const holding = (rule: RoutingRule) => evaluate(rule.when, facts) === true;
  const responsible = rules.filter(holding).flatMap((rule) => destinations(rule, facts))[0];
  if (!responsible) throw new Error(`No routing rule of "${model.process.id}" holds: its last rule must always hold.`);
  const told = new Map<string, Destination>();
  for (const destination of informed.filter(holding).flatMap((rule) => destinations(rule, facts))) {
    if (destination.unit !== responsible.unit && !told.has(destination.unit)) told.set(destination.unit, destination);
  }
  return { responsible, informed: [...told.values()] };
}

function destinations(rule: RoutingRule, facts: Facts): readonly Destination[] {
  const { directory } = facts;
  return unitsMeantBy(rule, facts).map((unit) => ({
    unit,
    deliverTo: reachableBy(directory, unit),
    rule: rule.id,
    source: rule.source,
  }));
}

function unitsMeantBy(rule: RoutingRule, { answers, directory }: Facts): readonly string[] {
  if ('markedFor' in rule.to) {
    const kind = answers[rule.to.markedFor];
    return typeof kind === 'string' && isMarked(directory, kind, rule.to.unit) ? [rule.to.unit] : [];
  }
  if ('unit' in rule.to) return [rule.to.unit];
  const chosen = answers[rule.to.unitOfTheme];
  const themes = typeof chosen === 'string' ? [chosen] : Array.isArray(chosen) ? chosen : [];
  return themes.flatMap((theme) => unitOfTheme(directory, theme)?.id ?? []);
}

/** The same with the person of each unit who is asked on a day (`YYYY-MM-DD`). */
export function withContacts({ responsible, informed }: Routing, directory: DirectoryContent, day: string): Routing {
  const reached = (destination: Destination): Destination => ({
    ...destination,
    ...contactOf(directory, destination.unit, day),
  });
  return { responsible: reached(responsible), informed: informed.map(reached) };
}

/**
 * The unit whose address is used for a unit: its own, or the international affairs team's where it has none or nobody has
 * confirmed it yet.
 */
export function reachableBy(directory: DirectoryContent, unitId: string): string {
  const isReachable = findUnit(directory, unitId)?.contact.address !== undefined && !isUnconfirmed(directory, unitId);
  return isReachable ? unitId : directory.standing.coordinator;
}

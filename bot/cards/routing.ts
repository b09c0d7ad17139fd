import { findUnit } from '../domain/directory';
import type { Model } from '../domain/model';
import { type Destination, HAD_IT, PASSED_ON, type Routing, TOLD_BEFORE } from '../domain/routing';
import type { Words } from '../domain/words';
import type { Json } from './actions';
import type { Kit } from './kit';
import { sourceText } from './question';

/** Rules that no process has: they come from what people did with the case. */
const BY_HAND = [PASSED_ON, HAD_IT, TOLD_BEFORE] as const;

/** Who has the case, who is told, and why each: as rows for a card. */
export function routingView(kit: Kit, model: Model, { responsible, informed }: Routing): Json {
  const { words } = kit;
  const row = (destination: Destination) => ({
    unit: unitName(words, model, destination.unit),
    why: BY_HAND.some((rule) => rule === destination.rule)
      ? words.own(`routing.${destination.rule as (typeof BY_HAND)[number]}`)
      : words.process(model.process.id, `routing.${destination.rule}`),
    source: sourceText(kit, destination.source),
    asked: askedNote(kit, destination),
    note: noAddressNote(kit, model, destination),
  });
  return {
    responsibleTitle: words.own('routing.responsible'),
    responsible: row(responsible),
    informedTitle: words.own('routing.informed'),
    informed: informed.map(row),
    nobodyInformed: informed.length === 0 ? words.own('routing.nobody') : '',
  };
}

/** Who of the unit was asked, and who was away and so was not; empty where nobody is known by name. */
function askedNote({ words }: Kit, { contact, skipped = [] }: Destination): string {
  const names = skipped.map(({ name }) => name).join(', ');
  return [
    ...(contact ? [words.own('case.asked', { name: contact.name })] : []),
    ...(names === '' ? [] : [words.own('case.skipped', { names })]),
  ].join(' · ');
}

/** A unit's name from the directory. */
export function unitName(words: Words, model: Model, unitId: string): string {
  const unit = findUnit(model.directory, unitId);
  return unit ? words.name(unit.name) : unitId;
}

/** Says to whom word goes instead, where the directory has no address for the unit; else empty. */
export function noAddressNote(
  kit: Kit,
  model: Model,
  { unit, deliverTo }: Pick<Destination, 'unit' | 'deliverTo'>,
): string {
  if (unit === deliverTo) return '';
  const contact = findUnit(model.directory, unit)?.contact.name;
  const instead = unitName(kit.words, model, deliverTo);
  return contact
    ? kit.words.own('routing.no-address-of', { contact, instead })
    : kit.words.own('routing.no-address', { instead });
}

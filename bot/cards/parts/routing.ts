import type { Case } from '../../domain/case/case';
import { type Naming, namedUnit } from '../../domain/case/filled-in/named-unit';
import { type Destination, HAD_IT, PASSED_ON, reachableBy, TOLD_BEFORE } from '../../domain/case/routing';
import { findUnit } from '../../domain/directory/directory';
import type { Words } from '../../domain/language/words';
import type { CaseLine } from '../../domain/listing/line';
import type { Answers } from '../../domain/process/answers';
import { subjectOf } from '../../domain/process/naming';
import type { Model } from '../../domain/rules/model';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { shortened } from './room';
import { sourceText } from './source';

/** Rules that no process has: they come from what people did with the case. */
const BY_HAND = [PASSED_ON, HAD_IT, TOLD_BEFORE] as const;

/** So many units that are told stand on a card each with its reason, and fewer where it is full; the others are counted. */
const MOST_INFORMED = 8;
const MOST_ON_FULL_CARD = 2;
/** The length of names from which on a card counts as full, in characters. */
const FULL = 30;

/** Who has the case, who is told, and why each: as rows for a card. `shown`: the longest name, in characters. */
export function routingView(
  kit: Kit,
  model: Model,
  { routing: { responsible, informed }, answers }: Pick<Case, 'routing' | 'answers'>,
  shown: number,
): Json {
  const { words } = kit;
  const most = shown > FULL ? MOST_INFORMED : MOST_ON_FULL_CARD;
  const others = informed.length - most;
  const row = (destination: Destination) => ({
    unit: shortened(unitOfCase(words, model, answers, destination.unit), shown),
    why: reasonText(words, model, destination.rule),
    source: sourceText(kit, destination.source),
    asked: askedNote(kit, destination, shown),
    note: noAddressNote(kit, model, destination, shown),
  });
  return {
    responsibleTitle: words.own('routing.responsible'),
    responsible: row(responsible),
    informedTitle: words.own('routing.informed'),
    informed: informed.slice(0, most).map(row),
    // The last line of the list, where it is not all: how many more, or that there is nobody.
    informedNote:
      informed.length === 0
        ? words.own('routing.nobody')
        : others > 0
          ? words.own('routing.more', { count: others })
          : '',
  };
}

/** Why a unit has the case or is told. Another version may have rules that are not known here. */
function reasonText(words: Words, { process }: Model, id: string): string {
  const byHand = BY_HAND.find((rule) => rule === id);
  if (byHand) return words.own(`routing.${byHand}`);
  const isKnown = [...process.routing.responsible, ...process.routing.informed].some((rule) => rule.id === id);
  return isKnown ? words.process(process.id, `routing.${id}`) : words.own('routing.another-version');
}

/** Who of the unit was asked, and who was away and so was not; empty where nobody is known by name. */
function askedNote({ words }: Kit, { contact, skipped = [] }: Destination, shown: number): string {
  const names = skipped.map(({ name }) => shortened(name, shown)).join(', ');
  return [
    ...(contact ? [words.own('case.asked', { name: shortened(contact.name, shown) })] : []),
    ...(names === '' ? [] : [words.own('case.skipped', { names })]),
  ].join(' · ');
}

/** A unit's name from the directory; its id where it is not in use any more. */
export function unitName(words: Words, { directory }: Pick<Model, 'directory'>, unitId: string): string {
  const unit = findUnit(directory, unitId);
  return unit ? words.name(unit.name) : unitId;
}

/** What a unit is called in a case with these answers: one that stands for whichever was named, as it was named. */
export function unitOfCase(words: Words, model: Model, answers: Answers, unitId: string): string {
  const { theme } = subjectOf(model.process, answers);
  return unitAsNamed(words, model, { theme, answers }, unitId);
}

/** The same of the line of a case, for the unit that has it. */
export function unitOfLine(
  words: Words,
  model: Pick<Model, 'directory' | 'records'>,
  { theme, named, unit }: Pick<CaseLine, 'theme' | 'named' | 'unit'>,
): string {
  return unitAsNamed(words, model, { theme, answers: named }, unit);
}

function unitAsNamed(
  words: Words,
  model: Pick<Model, 'directory' | 'records'>,
  naming: Naming,
  unitId: string,
): string {
  return namedUnit(model, naming, unitId) ?? unitName(words, model, unitId);
}

/** Says to whom word goes instead, where the directory has no address for the unit or nobody has confirmed it; else empty. */
export function noAddressNote(
  kit: Kit,
  model: Model,
  { unit, deliverTo }: Pick<Destination, 'unit' | 'deliverTo'>,
  shown = Number.POSITIVE_INFINITY,
): string {
  // What the directory says now counts: word goes by that, too.
  if (unit === deliverTo || reachableBy(model.directory, unit) === unit) return '';
  const { name: contact, address } = findUnit(model.directory, unit)?.contact ?? {};
  const instead = shortened(unitName(kit.words, model, deliverTo), shown);
  if (address !== undefined) return kit.words.own('routing.not-confirmed', { instead });
  return contact
    ? kit.words.own('routing.no-address-of', { contact: shortened(contact, shown), instead })
    : kit.words.own('routing.no-address', { instead });
}

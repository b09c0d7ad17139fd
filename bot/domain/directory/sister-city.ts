/** Sister cities (M 3.2, T) as people write them. */
import { keysOfName, meansCity } from '../language/city-words';
import type { Subject } from '../process/naming';
import type { DirectoryContent, SisterCity } from './directory';

/** The keys of a city's names: figures ask for them with every case. */
const KEYS = new WeakMap<SisterCity, ReadonlySet<string>>();

/**
 * The sister city that a text means, however it is written: by a name in any language, old or local, and with what says
 * that it is a city or where it lies. `country` (ISO 3166-1 alpha-2), where it is known, has to be the city's own.
 */
export function findSisterCity(
  { sisterCities, standing }: Pick<DirectoryContent, 'sisterCities' | 'standing'>,
  text: string,
  country = '',
): SisterCity | undefined {
  return sisterCities.find(
    (city) =>
      (country === '' || country === city.country) &&
      meansCity(text, { keys: keysOf(city), country: city.country }, standing.cityWords),
  );
}

/** The sister city that a case is with, as its city or its organisation says; undefined for everybody else. */
export function sisterCityOf(directory: DirectoryContent, subject: Omit<Subject, 'theme'>): SisterCity | undefined {
  const { city, organisation, country } = subject;
  return [city, organisation]
    .filter((name) => name !== '')
    .map((name) => findSisterCity(directory, name, country))
    .find((found) => found !== undefined);
}

function keysOf(city: SisterCity): ReadonlySet<string> {
  const known = KEYS.get(city);
  if (known) return known;
  const keys = new Set(
    [...Object.values(city.name), ...city.spellings].flatMap(keysOfName).filter((key) => key !== ''),
  );
  KEYS.set(city, keys);
  return keys;
}

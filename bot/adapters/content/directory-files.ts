import { directorySchemaIn, type FirstDirectory } from '../../domain/directory/directory';
import type { CityWords } from '../../domain/language/city-words';
import { type City, standingOf } from './city-file';
import { parsed, readJson } from './files';

/**
 * Reads the first content of a city's directory from the files of a folder; `words` is how people write that they mean a
 * city. Throws naming what is wrong.
 */
export function readDirectory(folder: string, city: City, words: CityWords): FirstDirectory {
  const files = {
    units: readJson(folder, 'units.json'),
    themes: readJson(folder, 'themes.json'),
    goals: readJson(folder, 'goals.json'),
    leadTimes: readJson(folder, 'lead-times.json'),
    reminders: readJson(folder, 'reminders.json'),
    sisterCities: readJson(folder, 'sister-cities.json'),
    networks: readJson(folder, 'networks.json'),
    retention: readJson(folder, 'retention.json'),
    dignitaryMatrix: readJson(folder, 'dignitary-matrix.json'),
  };
  const schema = directorySchemaIn({ spoken: city.languages, default: city.defaultLanguage });
  return { ...parsed(schema, files, folder), standing: standingOf(city, words) };
}

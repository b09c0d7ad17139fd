import { directorySchema, type FirstDirectory } from '../../domain/directory/directory';
import { parsed, readJson } from './files';

/** Reads the first content of the directory from the files of a folder. Throws naming what is wrong. */
export function readDirectory(folder: string): FirstDirectory {
  const files = {
    units: readJson(folder, 'units.json'),
    themes: readJson(folder, 'themes.json'),
    goals: readJson(folder, 'goals.json'),
    leadTimes: readJson(folder, 'lead-times.json'),
    reminders: readJson(folder, 'reminders.json'),
    sisterCities: readJson(folder, 'sister-cities.json'),
    retention: readJson(folder, 'retention.json'),
    dignitaryMatrix: readJson(folder, 'dignitary-matrix.json'),
  };
  return parsed(directorySchema, files, folder);
}

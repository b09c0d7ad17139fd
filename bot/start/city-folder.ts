import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../settings/config';

/**
 * The folder of the city that is served: the one that `CITY_FOLDER` names, seen from where the process was started, else
 * the only one in `bot/city`, which a bundle brings along.
 * @throws ConfigError where none is named and there is not exactly one, or the one that is named holds no city
 */
export function cityFolder(root: string, named: string | undefined): string {
  if (named !== undefined) {
    if (existsSync(join(named, 'city.json'))) return resolve(named);
    throw new ConfigError(`CITY_FOLDER is "${named}", which holds no city.json: set it to the folder of a city.`);
  }
  const cities = readdirSync(join(root, 'bot/city'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const [only] = cities;
  if (only !== undefined && cities.length === 1) return join(root, 'bot/city', only.name);
  throw new ConfigError(
    `CITY_FOLDER is not set, and bot/city holds ${cities.length} cities: set it to the folder of the one to serve.`,
  );
}

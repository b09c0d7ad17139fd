// Which city a tool works for: the one that CITY_FOLDER names, or the only one in bot/city.
const { readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const CITIES = join(__dirname, '../bot/city');

/** The city's folder, whole. */
function cityFolder(env) {
  if (env.CITY_FOLDER) return resolve(env.CITY_FOLDER);
  const cities = readdirSync(CITIES);
  if (cities.length === 1) return join(CITIES, cities[0]);
  throw new Error(`bot/city holds ${cities.length} cities: set CITY_FOLDER to the folder of the one that is meant.`);
}

module.exports = { cityFolder };

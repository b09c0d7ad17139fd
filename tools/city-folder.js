// Which city a tool works for: the one that CITY_FOLDER names, or the only one in bot/city.
const { existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const CITIES = join(__dirname, '../bot/city');

/** The city's folder, whole. The same rule as the bot's own (`bot/start/city-folder.ts`), which a tool cannot load. */
function cityFolder({ CITY_FOLDER: named }) {
  if (named !== undefined) {
    if (existsSync(join(named, 'city.json'))) return resolve(named);
    throw new Error(`CITY_FOLDER is "${named}", which holds no city.json: set it to the folder of a city.`);
  }
  const cities = readdirSync(CITIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (cities.length === 1) return join(CITIES, cities[0].name);
  throw new Error(`bot/city holds ${cities.length} cities: set CITY_FOLDER to the folder of the one that is meant.`);
}

module.exports = { cityFolder };

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MALLABY } from '../fixtures/city';
import { checkCity } from './check-city';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'city-'));
});
afterEach(() => rmSync(place, { recursive: true }));

it('the invented city can be served', () => {
  expect(checkCity(MALLABY)).toEqual([]);
});

/** The invented city with one text of one of its files replaced. */
function cityWith(file: string, search: string, replacement: string): string {
  const folder = join(place, 'mallaby');
  cpSync(MALLABY, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(search)) throw new Error(`${file} has no ${search}.`);
  writeFileSync(join(folder, file), text.replace(search, replacement));
  return folder;
}

it.each([
  ['a zone that there is not', 'city.json', 'Pacific/Auckland', 'Pacific/Nowhere', /city\.json.*timeZone/s],
  ['a country without a calendar', 'city.json', '"NZ"', '"ZZ"', /holidays of ZZ: mend calendar\.country/],
  ['a language that the product has not', 'city.json', '["en", "sv"]', '["en", "et"]', /city\.json.*languages/s],
  [
    'a default that it does not speak',
    'city.json',
    '"defaultLanguage": "en"',
    '"defaultLanguage": "fi"',
    /add it to "languages"/,
  ],
  [
    'a site in one language only',
    'city.json',
    '"sv": "mallaby.example/sv"',
    '"fi": "mallaby.example/sv"',
    /"addresses.site".*add "sv"/,
  ],
  [
    'a form that a sentence needs',
    'city.json',
    '"genitive": "Mallabys"',
    '"dative": "Mallabys"',
    /sv\.json needs names\.city\.sv\.genitive/,
  ],
  ['another name than its folder', 'city.json', '"id": "mallaby"', '"id": "malla"', /give it its folder's name/],
  [
    'a part that nobody knows',
    'city.json',
    '"exampleNumber"',
    '"mayor": "x", "exampleNumber"',
    /Unrecognized key: "mayor"/,
  ],
  [
    'a team that is no unit',
    'city.json',
    '"coordinator": "harbour-desk"',
    '"coordinator": "nobody"',
    /"nobody", which coordinates/,
  ],
  [
    'an organisation that it does not know',
    'city.json',
    '"id": "town-hall"',
    '"id": "castle"',
    /stands in "town-hall"/,
  ],
  ['an example of no process', 'city.json', 'G-2026-0042', 'X-2026-0042', /numbers its cases like X-2026/],
  [
    'a process with nothing on how long it is kept',
    'directory/retention.json',
    'tree-gift',
    'bush-gift',
    /how long "tree-gift" is kept/,
  ],
  [
    'a name of a unit in one language only',
    'directory/units.json',
    '"sv": "Biblioteket"',
    '"fi": "Kirjasto"',
    /directory is not as it should be/,
  ],
  [
    'words that are missing in one language',
    'processes/tree-gift/sv.json',
    '"begin"',
    '"beginning"',
    /sv\.json has no "begin"/,
  ],
  ['an app in another language', 'app/manifest.json', '"file": "sv.json"', '"file": "fi.json"', /fi\.json/],
])('a city with %s cannot, and the mend is told', (_what, file, search, replacement, told) => {
  expect(checkCity(cityWith(file, search, replacement)).join('\n')).toMatch(told);
});

import { unzipSync, zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { packageProblems } from '../../appPackage/packaging/check-package';
import { LANGUAGES } from '../../bot/domain/language/language';
import { validatePublished } from '../fixtures/published-schemas';
import { jsonIn, madePackage, manifestIn } from './made-package';

const zip = madePackage();

/** The package with some of its files other than they were; one that is undefined is left out. */
function withFiles(changes: Readonly<Record<string, unknown>>): readonly string[] {
  const files: Record<string, Uint8Array> = { ...unzipSync(zip) };
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) delete files[name];
    else files[name] = change instanceof Uint8Array ? change : new TextEncoder().encode(JSON.stringify(change));
  }
  return packageProblems(zipSync(files));
}

const manifest = manifestIn(zip);
const words = (name: string) => jsonIn(zip, name) as Record<string, string>;
const [bot] = manifest.bots;

function picture(size: number, colour: readonly [number, number, number, number]): Uint8Array {
  const icon = new PNG({ width: size, height: size });
  for (let at = 0; at < icon.data.length; at += 4) icon.data.set(colour, at);
  return PNG.sync.write(icon);
}

describe('the check of a package', () => {
  it('finds nothing wrong with ours', () => {
    expect(withFiles({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['no manifest', { 'manifest.json': undefined }, /manifest\.json is not in the package/],
    ['a manifest that is no JSON', { 'manifest.json': new Uint8Array([123]) }, /manifest\.json is no JSON/],
    [
      'something declared that is not used',
      { 'manifest.json': { ...manifest, devicePermissions: ['geolocation'] } },
      /devicePermissions/,
    ],
    [
      'a name too long',
      { 'manifest.json': { ...manifest, name: { ...manifest.name, short: 'x'.repeat(31) } } },
      /name\.short/,
    ],
    [
      'thirteen commands',
      {
        'manifest.json': {
          ...manifest,
          bots: [
            {
              ...bot,
              commandLists: [{ scopes: ['personal'], commands: Array(13).fill(bot.commandLists[0]?.commands[0]) }],
            },
          ],
        },
      },
      /commandLists\.0\.commands/,
    ],
    [
      'a scope without commands',
      { 'manifest.json': { ...manifest, bots: [{ ...bot, commandLists: bot.commandLists.slice(0, 2) }] } },
      /scope groupChat needs one command list/,
    ],
    [
      'a placeholder left',
      { 'manifest.json': { ...manifest, validDomains: ['${{BOT_DOMAIN}}'] } },
      /placeholder BOT_DOMAIN is not filled/,
    ],
    [
      'a language file not there',
      { 'sv.json': undefined },
      /sv\.json is named in manifest\.json and not in the package/,
    ],
    ['a file that nobody named', { 'notes.json': {} }, /notes\.json is in the package and not named/],
    [
      'words that are missing',
      { 'sv.json': { ...words('sv.json'), 'name.full': '' } },
      /sv\.json: name\.full has no words/,
    ],
    [
      'words for nothing',
      { 'en.json': { ...words('en.json'), 'staticTabs[0].name': 'Home' } },
      /en\.json: staticTabs\[0\]\.name names nothing/,
    ],
    [
      'words too long',
      { 'en.json': { ...words('en.json'), 'description.short': 'x'.repeat(81) } },
      /en\.json: description\.short is longer than 80/,
    ],
    [
      'words of another language in the manifest',
      { 'fi.json': { ...words('fi.json'), 'name.full': 'Muu' } },
      /fi\.json: name\.full differs from manifest\.json/,
    ],
    [
      'a placeholder left in words',
      { 'en.json': { ...words('en.json'), 'description.full': '${{SUPPORT_URL}}' } },
      /en\.json: the placeholder SUPPORT_URL/,
    ],
    [
      'an icon of another size',
      { 'color.png': picture(96, [0, 0, 0, 255]) },
      /color\.png is 96×96 pixels; it has to be 192×192/,
    ],
    ['a colour icon with a gap', { 'color.png': picture(192, [0, 0, 0, 254]) }, /color\.png has to fill its square/],
    [
      'an outline in colour',
      { 'outline.png': picture(32, [255, 255, 200, 255]) },
      /outline\.png has to be white on transparent/,
    ],
    ['an outline without lines', { 'outline.png': picture(32, [255, 255, 255, 255]) }, /outline\.png has to be lines/],
    ['an icon that is no picture', { 'outline.png': new Uint8Array([1, 2, 3]) }, /outline\.png is no PNG/],
  ])('finds %s', (_what, changes, found) => {
    expect(withFiles(changes).join('\n')).toMatch(found);
  });
});

describe("Microsoft's schemas", () => {
  it('take the manifest', () => {
    expect(validatePublished('teams-manifest', manifest)).toEqual([]);
  });

  it.each(LANGUAGES)('take the words in %s', (language) => {
    expect(validatePublished('teams-localization', words(`${language}.json`))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a short name of 31', { ...manifest, name: { ...manifest.name, short: 'x'.repeat(31) } }],
    ['a full name of 101', { ...manifest, name: { ...manifest.name, full: 'x'.repeat(101) } }],
    ['a short description of 81', { ...manifest, description: { ...manifest.description, short: 'x'.repeat(81) } }],
    ['a full description of 4001', { ...manifest, description: { ...manifest.description, full: 'x'.repeat(4001) } }],
    ['a developer of 33', { ...manifest, developer: { ...manifest.developer, name: 'x'.repeat(33) } }],
    [
      'a title of 129',
      {
        ...manifest,
        bots: [
          { ...bot, commandLists: [{ scopes: ['team'], commands: [{ title: 'x'.repeat(129), description: 'x' }] }] },
        ],
      },
    ],
    [
      'thirteen commands',
      {
        ...manifest,
        bots: [
          { ...bot, commandLists: [{ scopes: ['team'], commands: Array(13).fill({ title: 'x', description: 'x' }) }] },
        ],
      },
    ],
    ['four lists', { ...manifest, bots: [{ ...bot, commandLists: Array(4).fill(bot.commandLists[0]) }] }],
    ['a colour by name', { ...manifest, accentColor: 'blue' }],
    ['an id that is none', { ...manifest, id: 'espoo' }],
  ])('and our check refuse the same: %s', (_what, broken) => {
    expect(validatePublished('teams-manifest', broken)).not.toEqual([]);
    expect(withFiles({ 'manifest.json': broken })).not.toEqual([]);
  });
});

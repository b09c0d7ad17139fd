import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { buildPackage } from '../../appPackage/packaging/build-package';
import { environmentsIn, readEnvironment } from '../../appPackage/packaging/environment';
import { LANGUAGES } from '../../bot/domain/language/language';
import { ROOT } from '../fixtures/root';
import { jsonIn, madePackage, manifestIn, readFile, VALUES } from './made-package';

const zip = madePackage();

/** What `npm run package -- --env playground` says. */
function packageCommand(env: Readonly<Record<string, string>>): string {
  const [runner, command] = ['tools/run-typescript.js', 'appPackage/packaging/package-app.ts'];
  const options = { cwd: ROOT, env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' } as const;
  return execFileSync(process.execPath, [runner, command, '--env', 'playground'], options).trim();
}

describe('the app package', () => {
  it('has the manifest, its words in three languages and two icons, and nothing else', () => {
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(
      ['color.png', 'en.json', 'fi.json', 'manifest.json', 'outline.png', 'sv.json'].sort(),
    );
  });

  it('is the same, byte for byte, in another time zone', () => {
    expect(packageCommand({ TZ: 'Pacific/Auckland' })).toBe(packageCommand({ TZ: 'America/Los_Angeles' }));
    expect(packageCommand({})).toMatch(
      /^✓ .*appPackage\.playground\.zip: version \d+\.\d+\.\d+ .* SHA-256 [0-9a-f]{64}$/,
    );
  });

  it('has every placeholder filled, and takes a value as it is', () => {
    const manifest = manifestIn(zip);
    expect(
      JSON.stringify(['manifest.json', 'fi.json', 'sv.json', 'en.json'].map((name) => jsonIn(zip, name))),
    ).not.toMatch(/\$\{\{/);
    expect(manifest.developer.name).toBe(VALUES.DEVELOPER_NAME);
    expect(manifest.version).toBe(VALUES.APP_VERSION);
    expect(manifest.webApplicationInfo).toEqual({ id: VALUES.BOT_ID, resource: `api://botid-${VALUES.BOT_ID}` });
    expect(manifest.validDomains).toEqual([VALUES.BOT_DOMAIN]);
  });

  it('tells two environments apart by name, in each language', () => {
    const demo = madePackage({ ...VALUES, APP_NAME_SUFFIX: ' (demo)' });
    for (const language of LANGUAGES) {
      expect(jsonIn(demo, `${language}.json`)).toHaveProperty(['name.short'], expect.stringMatching(/ \(demo\)$/));
    }
  });

  it('speaks Finnish to whoever has another language, and has different words in each', () => {
    expect(manifestIn(zip).localizationInfo).toMatchObject({
      defaultLanguageTag: 'fi',
      defaultLanguageFile: 'fi.json',
    });
    const [fi, sv, en] = LANGUAGES.map((language) => jsonIn(zip, `${language}.json`) as Record<string, string>);
    for (const path of Object.keys(fi ?? {}).filter((each) => each !== '$schema')) {
      expect([path, new Set([fi?.[path], sv?.[path], en?.[path]]).size]).toEqual([path, 3]);
    }
  });
});

describe('what is missing or wrong in an environment', () => {
  it('is told all at once, each with its remedy, and no package is made', () => {
    const built = buildPackage({
      readFile,
      env: { ...VALUES, BOT_ID: '', PRIVACY_URL: 'http://espoo.example', TERMS_URL: undefined },
    });
    expect(built).toEqual({
      problems: [
        expect.stringMatching(
          /^PRIVACY_URL is "http:\/\/espoo.example", which cannot be used: set it to the https address/,
        ),
        expect.stringMatching(/^TERMS_URL is not set: set it to/),
        expect.stringMatching(/^BOT_ID is not set: set it to the bot's Entra app id/),
      ],
    });
  });

  it('may be a name of the environment that makes the name of the app too long', () => {
    const built = buildPackage({ readFile, env: { ...VALUES, APP_NAME_SUFFIX: ' (the new one of Monday)' } });
    expect(built).toEqual({ problems: expect.arrayContaining([expect.stringMatching(/name\.short/)]) });
  });

  it('is a placeholder that nobody knows', () => {
    const odd = (name: string) =>
      name === 'sv.json'
        ? Buffer.from(Buffer.from(readFile(name)).toString().replace('Esbo', '${{ODD_ONE}}'))
        : readFile(name);
    expect(buildPackage({ readFile: odd, env: VALUES })).toEqual({
      problems: [expect.stringMatching(/^ODD_ONE .* add it/)],
    });
  });
});

describe('an environment', () => {
  const folder = join(ROOT, 'env');

  it('is a file of env/, and one that is not there names those that are', () => {
    expect(environmentsIn(folder)).toEqual(['dev', 'local', 'playground', 'prod', 'test']);
    expect(() => readEnvironment(folder, '../package', {})).toThrow(/choose one of dev, local, playground, prod, test/);
  });

  it('gives way to what the process was given, but not to what is empty there', () => {
    const read = readEnvironment(folder, 'playground', { BOT_DOMAIN: 'other.example', PRIVACY_URL: '' });
    expect(read.BOT_DOMAIN).toBe('other.example');
    expect(read.PRIVACY_URL).toMatch(/^https:/);
  });

  it('of the playground makes a package at once', () => {
    expect(
      madePackage({ ...(readEnvironment(folder, 'playground', {}) as Record<string, string>), APP_VERSION: '0.1.0' }),
    ).toBeDefined();
  });
});

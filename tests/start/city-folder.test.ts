import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cityFolder } from '../../bot/start/city-folder';
import { ESPOO, MALLABY } from '../fixtures/city';
import { ROOT } from '../fixtures/root';

describe('the folder of the city', () => {
  it('is the only one that there is, unless another is named', () => {
    expect(cityFolder(ROOT, undefined)).toBe(ESPOO);
    expect(cityFolder(ROOT, MALLABY)).toBe(MALLABY);
  });

  it('has to be named where there are several, and to hold a city', () => {
    const root = mkdtempSync(join(tmpdir(), 'cities-'));
    mkdirSync(join(root, 'bot/city/one'), { recursive: true });
    writeFileSync(join(root, 'bot/city/notes.txt'), 'no city');
    expect(cityFolder(root, undefined)).toBe(join(root, 'bot/city/one'));
    mkdirSync(join(root, 'bot/city/other'));
    expect(() => cityFolder(root, undefined)).toThrow(
      'CITY_FOLDER is not set, and bot/city holds 2 cities: set it to the folder of the one to serve.',
    );
    expect(() => cityFolder(root, root)).toThrow(/^CITY_FOLDER is ".*", which holds no city\.json: set it to/);
    rmSync(root, { recursive: true });
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { processFileSchema } from '../../bot/domain/process/process';
import { loadDirectory, loadModel, PROCESSES, readJson, TOY_PROCESSES } from '../fixtures/model';
import { checkProcess, type FolderContent } from './check-process';

const directory = loadDirectory();
const processFiles = new Map(
  readdirSync(PROCESSES).map((id) => [id, processFileSchema.parse(readJson(join(PROCESSES, id, 'process.json')))]),
);

describe.each([PROCESSES, TOY_PROCESSES])('In %s', (place) => {
  const folders = readdirSync(place);

  it('there is a process', () => {
    expect(folders).not.toEqual([]);
  });

  it.each(folders)('%s can be walked, comes out as agreed, and speaks three languages alike', (folder) => {
    expect(checkProcess(contentOf(place, folder), directory)).toEqual([]);
  });
});

it('no two processes number their cases with the same letter', () => {
  const letters = readdirSync(PROCESSES).map((folder) => loadModel(folder).process.casePrefix);
  expect(letters).toEqual([...new Set(letters)]);
});

function contentOf(place: string, folder: string): FolderContent {
  const file = (name: string) => {
    const path = join(place, folder, `${name}.json`);
    return existsSync(path) ? readJson(path) : undefined;
  };
  return {
    folder,
    process: file('process'),
    golden: file('golden'),
    others: processFiles,
    words: { fi: file('fi'), sv: file('sv'), en: file('en') },
  };
}

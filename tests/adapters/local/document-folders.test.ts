import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocumentFolders } from '../../../bot/adapters/local/document-folders';

const ADDRESS = 'http://127.0.0.1:3978/local/documents';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

it.each(['../outside', '..', 'a/b\\c', 'V-2026-0042'])('a folder for "%s" stays in its place', async (number) => {
  const { folders } = createDocumentFolders(join(parent, 'sharepoint'), ADDRESS);
  await folders.make(number);
  await folders.make(number);
  expect(readdirSync(parent)).toEqual(['sharepoint']);
  expect(readdirSync(join(parent, 'sharepoint'))).toEqual(['documents']);
  expect(readdirSync(join(parent, 'sharepoint/documents'))).toHaveLength(1);
  expect(folders.addressOf(number).slice(ADDRESS.length)).toMatch(/^\/[^/]+$/);
});

it('shows what is in a folder, as text, and nothing that is elsewhere', async () => {
  const { folders, pages } = createDocumentFolders(parent, ADDRESS);
  await folders.make('V-2026-0042');
  const folder = join(parent, 'documents/V-2026-0042');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(folder, '<b>ohjelma & kutsu.pdf'), 'programme');
  symlinkSync(join(parent, 'secret.txt'), join(folder, 'link.txt'));
  mkdirSync(join(folder, 'deeper'));

  const page = await pages.folder('V-2026-0042');
  expect(page?.type).toBe('text/html; charset=utf-8');
  expect(page?.body).toContain('&lt;b&gt;ohjelma &amp; kutsu.pdf</a>');
  expect(page?.body).not.toMatch(/<b>|link\.txt|deeper/);
  const file = await pages.file('V-2026-0042', '<b>ohjelma & kutsu.pdf');
  expect([file?.type, String(file?.body)]).toEqual(['application/octet-stream', 'programme']);

  for (const name of ['link.txt', 'deeper', 'missing.pdf', '../../secret.txt', '..', '.', '']) {
    expect([name, await pages.file('V-2026-0042', name)]).toEqual([name, undefined]);
  }
  for (const number of ['V-2026-0043', '..', '../..', '']) {
    expect([number, await pages.folder(number)]).not.toEqual([
      number,
      expect.objectContaining({ body: expect.stringContaining('secret') }),
    ]);
    expect(await pages.file(number, 'secret.txt')).toBeUndefined();
  }
  expect(existsSync(join(parent, 'secret.txt'))).toBe(true);
});

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CaseFolders, FolderPages } from '../../ports';
import { documentsPage } from './documents-page';
import { fileNameOf } from './file-name';
import { orMissing } from './or-missing';

export interface DocumentFolders {
  readonly folders: CaseFolders;
  readonly pages: FolderPages;
}

/**
 * Folders for documents on the own machine, in the place of a library in SharePoint: `documents/` in `folder`, shown as
 * pages below `address`. A page names only what a folder lists, so no name leads out of it.
 */
export function createDocumentFolders(folder: string, address: string): DocumentFolders {
  const pathOf = (number: string) => join(resolve(folder), 'documents', fileNameOf(number));
  /** The files of a case's folder, by name: no folders, no links to elsewhere. */
  async function namesIn(number: string): Promise<readonly string[] | undefined> {
    const found = await readdir(pathOf(number), { withFileTypes: true }).catch(orMissing);
    return found?.filter((each) => each.isFile()).map(({ name }) => name);
  }
  return {
    folders: {
      async make(number) {
        await mkdir(pathOf(number), { recursive: true });
        return { result: 'sent' };
      },
      addressOf: (number) => `${address}/${encodeURIComponent(number)}`,
    },
    pages: {
      async folder(number) {
        const names = await namesIn(number);
        return names && { type: 'text/html; charset=utf-8', body: documentsPage(number, pathOf(number), names) };
      },
      async file(number, name) {
        if (!(await namesIn(number))?.includes(name)) return undefined;
        return { type: 'application/octet-stream', body: await readFile(join(pathOf(number), name)) };
      },
    },
  };
}

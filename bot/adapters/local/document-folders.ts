import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CaseFolders } from '../../ports';
import { fileNameOf } from './file-name';

/** Folders for documents on the own machine, in the place of a library in SharePoint: `documents/` in `folder`. */
export function createDocumentFolders(folder: string): CaseFolders {
  const pathOf = (number: string) => join(resolve(folder), 'documents', fileNameOf(number));
  return {
    async make(number) {
      await mkdir(pathOf(number), { recursive: true });
      return { result: 'sent' };
    },
    addressOf: (number) => pathToFileURL(pathOf(number)).href,
  };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraph } from '../../bot/adapters/graph/graph-client';
import { createSharepointFolders } from '../../bot/adapters/graph/sharepoint-folders';
import { provisionList } from '../../bot/adapters/graph/sharepoint-list';
import { createSharepointMirror } from '../../bot/adapters/graph/sharepoint-mirror';
import { createDocumentFolders } from '../../bot/adapters/local/document-folders';
import { createMirrorFolder, provisionMirrorFolder } from '../../bot/adapters/local/mirror-folder';
import { createLog } from '../../bot/adapters/log/log';
import type { MirroredCase, Provisioned } from '../../bot/domain/listing/mirror';
import type { CaseFolders, CaseMirror } from '../../bot/ports';
import { LIST } from '../fixtures/city';
import { startGraph } from '../fixtures/graph/start-graph';
import type { JsonObject } from '../fixtures/json';

/** A list to which people have access too, past the mirror. */
export interface MirrorUnderTest {
  readonly mirror: CaseMirror;
  readonly folders: CaseFolders;
  provision(): Promise<Provisioned>;
  /** Another one on the same list: it remembers nothing. */
  another(): CaseMirror;
  /** What somebody does by hand to the line of a case: other texts, or none at all. */
  changeByHand(number: string, shown: Partial<Pick<MirroredCase, 'state' | 'unit'>>): void;
  deleteByHand(number: string): void;
  /** A line of somebody's own. */
  addByHand(title: string): void;
  /** Names of the folders that are there. */
  folderNames(): readonly string[];
  close(): Promise<void>;
}

const log = createLog('silent');

export async function sharepoint(): Promise<MirrorUnderTest> {
  const graph = await startGraph();
  const place = { siteId: graph.site.id, list: "KV-asiat: Espoo's" };
  const client = createGraph({ baseUrl: graph.url, token: async () => graph.token });
  const another = () => createSharepointMirror({ graph: client, place, log });
  const [, library] = graph.site.libraries;
  const items = () => graph.site.lists[0]?.items ?? [];
  const find = (number: string) => items().findIndex(({ fields }) => fields.CaseNumber === number);
  return {
    mirror: another(),
    another,
    folders: createSharepointFolders({ graph: client, siteId: place.siteId, library: library?.webUrl ?? '', log }),
    provision: () => provisionList(client, place),
    changeByHand(number, { state, unit }) {
      const item = items()[find(number)];
      if (!item) throw new Error(`no line of ${number}`);
      const fields: JsonObject = {
        ...item.fields,
        ...(state && { CaseState: state }),
        ...(unit && { CaseUnit: unit }),
      };
      if (unit === '') delete fields.CaseUnit;
      Object.assign(item, { fields, version: item.version + 1 });
    },
    deleteByHand: (number) => void items().splice(find(number), 1),
    addByHand: (title) => void items().push({ id: 'by-hand', version: 1, fields: { Title: title } }),
    folderNames: () => library?.folders ?? [],
    async close() {
      await graph.close();
      expect(graph.violations).toEqual([]);
    },
  };
}

export async function localFolder(): Promise<MirrorUnderTest> {
  const parent = mkdtempSync(join(tmpdir(), 'mirror-'));
  const folder = join(parent, 'sharepoint');
  const fileOf = (number: string) => join(folder, `${number}.json`);
  return {
    mirror: createMirrorFolder(folder, LIST),
    another: () => createMirrorFolder(folder, LIST),
    folders: createDocumentFolders(folder, 'http://127.0.0.1:3978/local/documents').folders,
    provision: () => provisionMirrorFolder(folder),
    changeByHand(number, shown) {
      const before = JSON.parse(readFileSync(fileOf(number), 'utf8'));
      writeFileSync(fileOf(number), JSON.stringify({ ...before, ...shown }));
    },
    deleteByHand: (number) => rmSync(fileOf(number)),
    addByHand: (title) => writeFileSync(join(folder, 'own.json'), JSON.stringify({ title })),
    folderNames: () => readdirSync(join(folder, 'documents')),
    async close() {
      rmSync(parent, { recursive: true });
    },
  };
}

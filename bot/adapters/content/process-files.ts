import { basename, join } from 'node:path';
import { resolveProcess } from '../../domain/process/inclusion';
import { type Process, type ProcessFile, processFileSchema } from '../../domain/process/process';
import { parsed, readJson } from './files';

/** Reads the processes of these folders, each under the name of its folder. Throws naming the file at fault. */
export function readProcesses(folders: readonly string[]): ReadonlyMap<string, Process> {
  const files = new Map<string, ProcessFile>(folders.map((folder) => [basename(folder), readProcess(folder)]));
  return new Map([...files].map(([id, file]) => [id, resolveProcess(file, files)]));
}

function readProcess(folder: string): ProcessFile {
  const file = join(folder, 'process.json');
  const process = parsed(processFileSchema, readJson(file), file);
  if (process.id !== basename(folder))
    throw new Error(`${file} says that it is "${process.id}": give it its folder's name.`);
  return process;
}

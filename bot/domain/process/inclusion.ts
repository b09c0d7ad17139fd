import type { Process, ProcessFile, Section } from './process';

/**
 * Puts the sections that a process refers to in their place. `files` holds all processes by id. Throws naming a
 * reference that leads nowhere; a reference to a reference is one.
 */
export function resolveProcess(file: ProcessFile, files: ReadonlyMap<string, ProcessFile>): Process {
  const sections = file.sections.map((part): Section => {
    if (part.show !== 'included') return part;
    const { process, section: wanted } = part;
    const found = files
      .get(process)
      ?.sections.find((candidate) => candidate.show !== 'included' && candidate.id === wanted);
    if (!found || found.show === 'included') {
      throw new Error(`${file.id} includes section "${wanted}" of "${process}", which is not there: name one that is.`);
    }
    const conditions = [part.when, found.when].filter((condition) => condition !== undefined);
    return {
      ...found,
      ...(conditions.length > 0 && { when: { all: conditions } }),
      items: found.items.map((included) => ({ ...included, words: process })),
      words: process,
    };
  });
  return { ...file, sections };
}

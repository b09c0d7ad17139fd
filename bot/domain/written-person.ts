/** A person as somebody writes them in a field: a name, an e-mail address, or both. It gives nobody a right. */

export interface WrittenPerson {
  readonly name: string;
  readonly address?: string;
}

/** A person in one line, as `readWrittenPerson` understands it. */
export function writtenPerson({ name, address }: WrittenPerson): string {
  return [name, ...(address === undefined ? [] : [address])].join(', ');
}

const ADDRESS = /[^\s@<>(),;]+@[^\s@<>(),;]+/;
/** What stands between a name and its address, however people write it. */
const AROUND = /^[\s<>(),;]+|[\s<>(),;]+$/g;

/** What was written, as name and address; of an address alone the name is empty. */
export function readWrittenPerson(text: string): WrittenPerson {
  const [address] = ADDRESS.exec(text) ?? [];
  if (address === undefined) return { name: text.trim() };
  return { name: text.replace(address, ' ').replaceAll(/\s+/g, ' ').replaceAll(AROUND, ''), address };
}

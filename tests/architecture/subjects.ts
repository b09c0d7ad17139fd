import type { Import } from './imports';

/** Files that stand in the layer's own folder. */
const ROOT = 'its own files';

/**
 * The subjects of each layer that has rooms, from the bottom up. A subject imports those of the lines above it; the subjects
 * of one line know nothing of each other.
 */
const ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  domain: [
    ['language'],
    [ROOT],
    ['process'],
    ['directory', 'outbox'],
    ['rules'],
    ['walk'],
    ['case'],
    ['privacy', 'said'],
    ['listing'],
  ],
  cards: [['layout'], [ROOT], ['parts'], ['privacy', 'person'], ['case', 'directory', 'walk'], ['listing']],
  // Who a person is decides what their start page offers, and that depends on what waits for them.
  features: [[ROOT], ['case', 'directory', 'privacy'], ['listing'], ['person'], ['walk']],
  'adapters/tables': [['rows'], ['casework', 'directory', 'people'], ['register'], [ROOT]],
  'adapters/teams': [['sending'], ['door'], ['turns'], ['server'], [ROOT]],
};

/** What each import between subjects of a layer breaks: who, what, why, and the mend. */
export function brokenOrder(arrows: readonly Import[]): readonly string[] {
  return arrows.flatMap(({ from, to }) => {
    const layer = Object.keys(ORDER).find((name) => from.startsWith(`${name}/`) && to.startsWith(`${name}/`));
    if (layer === undefined) return [];
    const [one, other] = [subjectOf(layer, from), subjectOf(layer, to)];
    if (one === other) return [];
    const order = ORDER[layer] ?? [];
    const [here, there] = [one, other].map((subject) => order.findIndex((line) => line.includes(subject))) as [
      number,
      number,
    ];
    if (here < 0 || there < 0) {
      const stranger = here < 0 ? one : other;
      return [
        `bot/${layer}/${stranger} is no subject yet. Why not: a room whose place nobody knows is soon in a circle. Mend: ` +
          'give it a line in ORDER (tests/architecture/subjects.ts) and in docs/architecture.md, or use a room that is there.',
      ];
    }
    if (there < here) return [];
    return [
      `bot/${from} imports ${to}. Why not: in ${layer}/ "${one}" stands below "${other}" or beside it, and subjects import ` +
        'downwards only, so that each can be read without the ones above it. Mend: move what both need to a subject below ' +
        'both, hand it in, or move the file to the subject whose matter it is.',
    ];
  });
}

function subjectOf(layer: string, file: string): string {
  const [room, ...rest] = file.slice(layer.length + 1).split('/');
  return rest.length > 0 && room !== undefined ? room : ROOT;
}

/** Where the assistant's process spends its time at a press, out of a profile of V8. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { builtFile } from '../build';

/** A profile as the inspector gives it. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A part of the program, and its share of the time in which the process was busy. */
export interface Share {
  readonly part: string;
  /** In its own functions. */
  readonly self: number;
  /** In them and in all that they called. */
  readonly within: number;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(@azure|@typespec)\//, 'storage client (@azure/*)'],
  [/node_modules\/@microsoft\/teams-ai\//, 'teams-ai'],
  [/node_modules\/(botbuilder|botframework)[^/]*\//, 'botbuilder and its connector'],
  [/node_modules\/(adaptivecards-templating|adaptive-expressions|antlr4ts|@microsoft\/recognizers)/, 'card templates'],
  [/node_modules\/(fastify|@fastify|find-my-way|light-my-request|avvio|fast-|secure-json-parse)/, 'fastify'],
  [/node_modules\/zod\//, 'zod'],
  [/node_modules\/i18next\//, 'i18next'],
  [/node_modules\/(pino|sonic-boom|thread-stream)/, 'pino'],
  [/node_modules\//, 'other packages'],
  [/bot\/cards\//, 'our cards'],
  [/bot\/domain\//, 'our domain'],
  [/bot\/adapters\/teams\//, 'our door and web server'],
  [/bot\/adapters\/tables\//, 'our storage adapter'],
  [/bot\//, 'the rest of ours'],
  [/^node:internal\/crypto|^node:crypto/, 'crypto of Node'],
  [
    /^node:(_http|http|net|internal\/(streams|stream|net|http)|stream|_stream|buffer|internal\/buffer)/,
    'http and streams of Node',
  ],
  [/^node:/, 'the rest of Node'],
];

/** What has no source. */
const NATIVE = '';

/** Reads a profile of the assistant's bundle; the parts with the largest share of their own first. */
export function readProfile(profile: CpuProfile): readonly Share[] {
  const file = builtFile('assistant');
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const parts = new Map(profile.nodes.map(({ id, callFrame }) => [id, partOf(callFrame, map)]));
  const self = new Map<string, number>();
  const within = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((node, at) => {
    const own = ownPart(node, parents, parts);
    const took = profile.timeDeltas[at] ?? 0;
    if (own === 'idle') return;
    busy += took;
    self.set(own, (self.get(own) ?? 0) + took);
    for (const part of partsAbove(node, parents, parts)) within.set(part, (within.get(part) ?? 0) + took);
  });
  return [...within.keys()]
    .map((part) => ({ part, self: (self.get(part) ?? 0) / busy, within: (within.get(part) ?? 0) / busy }))
    .sort((one, other) => other.self - one.self);
}

function partsAbove(
  node: number,
  parents: ReadonlyMap<number, number>,
  parts: ReadonlyMap<number, string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at: number | undefined = node; at !== undefined; at = parents.get(at)) found.add(parts.get(at) ?? NATIVE);
  found.delete(NATIVE);
  return found;
}

/** The part of a function; what is built into V8 or Node counts for whoever called it. */
function ownPart(node: number, parents: ReadonlyMap<number, number>, parts: ReadonlyMap<number, string>): string {
  for (let at: number | undefined = node; at !== undefined; at = parents.get(at)) {
    const part = parts.get(at);
    if (part !== undefined && part !== NATIVE) return part;
  }
  return 'V8 and the kernel';
}

function partOf(
  { functionName, url, lineNumber, columnNumber }: CpuProfile['nodes'][number]['callFrame'],
  map: SourceMap,
) {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'V8 and the kernel';
  if (functionName === '(root)' || url === '') return NATIVE;
  const entry = url.startsWith('node:') ? undefined : map.findEntry(lineNumber, columnNumber);
  const source = url.startsWith('node:') ? url : String(entry && 'originalSource' in entry ? entry.originalSource : '');
  return PARTS.find(([where]) => where.test(source))?.[1] ?? 'the entry of the bench';
}

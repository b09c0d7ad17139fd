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

type Frame = CpuProfile['nodes'][number]['callFrame'];

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

/** What the process was busy with: by parts of the program, and the functions that took most, with all they called. */
export interface Profile {
  readonly parts: readonly Share[];
  readonly functions: readonly Share[];
}

const MOST_FUNCTIONS = 80;

/** Reads a profile of the assistant's bundle. */
export function readProfile(profile: CpuProfile): Profile {
  const map = new SourceMap(JSON.parse(readFileSync(`${builtFile('assistant')}.map`, 'utf8')));
  const functions = sharesOf(profile, (frame) => functionOf(frame, map)).sort(
    (one, other) => other.within - one.within,
  );
  const parts = sharesOf(profile, (frame) => partOf(frame, map)).sort((one, other) => other.self - one.self);
  return { parts, functions: functions.slice(0, MOST_FUNCTIONS) };
}

function sharesOf(profile: CpuProfile, nameOf: (frame: Frame) => string): Share[] {
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const parts = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
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
  return [...within.keys()].map((part) => ({
    part,
    self: (self.get(part) ?? 0) / busy,
    within: (within.get(part) ?? 0) / busy,
  }));
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

function partOf(frame: Frame, map: SourceMap): string {
  const special = specialOf(frame);
  if (special !== undefined) return special;
  const source = sourceOf(frame, map);
  return PARTS.find(([where]) => where.test(source))?.[1] ?? 'the entry of the bench';
}

/** Such as `sendRequest of @azure/core-client/dist/index.js`. */
function functionOf(frame: Frame, map: SourceMap): string {
  const source = sourceOf(frame, map)
    .replace(/^.*node_modules\//, '')
    .replace(/^(\.\.\/)+/, '');
  return specialOf(frame) ?? `${frame.functionName || '(anonymous)'} of ${source}`;
}

function specialOf({ functionName, url }: Frame): string | undefined {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'V8 and the kernel';
  return functionName === '(root)' || url === '' ? NATIVE : undefined;
}

function sourceOf({ url, lineNumber, columnNumber }: Frame, map: SourceMap): string {
  if (url.startsWith('node:')) return url;
  const entry = map.findEntry(lineNumber, columnNumber);
  return 'originalSource' in entry ? String(entry.originalSource) : '';
}

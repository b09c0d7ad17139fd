/** What is one city's alone stands in its folder, and nowhere else in what runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { CITY } from '../fixtures/city';
import { loadDirectory, PROCESSES } from '../fixtures/model';
import { ROOT } from '../fixtures/root';

const BOT = join(ROOT, 'bot');

/** What the city is called, where it is written to, and what it calls its processes and units. */
const { names, addresses, calendar } = CITY;
const forms = [names.city, names.administration, names.assistant].flatMap((name) =>
  Object.values(name).flatMap((inLanguage) => Object.values(inLanguage)),
);
const OWN = [
  ...new Set([...forms, addresses.team, addresses.domain, calendar.timeZone].map((name) => name.toLowerCase())),
];
const IDS = [...readdirSync(PROCESSES), ...loadDirectory().units.map(({ id }) => id)];

/** What stays all the same, with the reason. */
const STAYS: Readonly<Record<string, string>> = {
  'adapters/graph/graph-mailer.ts':
    'mails that wait in the mailbox carry the property under this name, and are looked up by it',
  'adapters/telemetry/open-telemetry.ts':
    "the product's own name, by which operators' queries and alerts find its telemetry",
};

const files = readdirSync(BOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|cjs|json)$/.test(file) && !file.startsWith('city/'))
  .sort();

/** What runs of a file: code without its comments, data whole. */
function running(file: string): string {
  const source = readFileSync(join(BOT, file), 'utf8');
  if (file.endsWith('.json')) return source;
  const options = {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023', minify: { format: { comments: false } } },
    minify: false,
  } as const;
  return transformSync(source, { ...options, swcrc: false }).code;
}

const texts = files.map((file) => [file, running(file)] as const);

it("no name, address or time zone of the city's stands outside its folder: move it to city.json", () => {
  const found = texts.filter(([, text]) => OWN.some((name) => text.toLowerCase().includes(name))).map(([file]) => file);
  expect(found).toEqual(Object.keys(STAYS));
});

it('no process and no unit of the city is named by its id', () => {
  const found = texts.flatMap(([file, text]) =>
    IDS.filter((id) => [`'${id}'`, `"${id}"`].some((named) => text.includes(named))).map((id) => `${file}: ${id}`),
  );
  expect(found).toEqual([]);
});

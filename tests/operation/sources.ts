import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBJECTS } from '../../bot/start/subjects';
import { ROOT } from '../fixtures/root';

const CALL = /\blog\??(?:\.(?:info|warn|error)|\[[^\]]*\])\(\s*([^;]*?)[,)]/g;
/** Where an event's name is handed on to whoever logs it. */
const HANDED_ON = /attemptRepeatable\(\s*\w+,\s*('[^']+')/g;
const NAMES = /'([a-z]+(?:[.-][a-z]+)+)'|`([a-z]+\.)\$\{|`\$\{\w+\}(\.[a-z]+)`/g;

const SUBJECTS_BY_NAME = Object.keys(SUBJECTS);

/** What the parts of names that are computed can be. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  'delivery.': ['delivery.sent', 'delivery.obsolete', ...SUBJECTS_BY_NAME.map((kind) => `delivery.${kind}-unreadable`)],
  'erasure.': SUBJECTS_BY_NAME.map((kind) => `erasure.${kind}-failed`),
  'purge.': SUBJECTS_BY_NAME.map((kind) => `purge.${kind}-failed`),
  'turn.': ['turn.unavailable', 'turn.newer', 'turn.unreadable', 'turn.failed'],
  '.unreadable': [
    ...SUBJECTS_BY_NAME.map((kind) => `${kind}.unreadable`),
    'draft.unreadable',
    'event.unreadable',
    'todo.unreadable',
    'entry.unreadable',
    'line.unreadable',
    'person.unreadable',
    'erasure.unreadable',
    'directory.unreadable',
  ],
};

/** Every event that the bot's log can hold, by its name in the sources. */
export function loggedEvents(): ReadonlySet<string> {
  const files = readdirSync(join(ROOT, 'bot'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join(ROOT, 'bot', name), 'utf8');
    const given = [...text.matchAll(CALL), ...text.matchAll(HANDED_ON)].map(([, argument = '']) => argument);
    return given.flatMap((argument) =>
      [...argument.matchAll(NAMES)].flatMap(([, whole, begins, ends]) => whole ?? COMPUTED[begins ?? ends ?? ''] ?? []),
    );
  });
  return new Set(found);
}

/** The first cells of the table below a heading of a document, without their backticks; several names may share a cell. */
export function namesInTable(document: string, heading: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const [, below = ''] = text.split(`\n${heading}\n`);
  const [section = ''] = below.split(/\n#/);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .slice(2)
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

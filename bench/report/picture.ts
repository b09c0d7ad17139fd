/** The picture for `docs/`: bars, drawn as SVG. */
import type { Summary } from './summary';

interface Panel {
  readonly title: string;
  readonly value: (summary: Summary) => number;
  readonly digits: number;
}

const PANELS: readonly Panel[] = [
  { title: 'CPU for a press, ms (less is better)', value: ({ cpuMsPerPress }) => cpuMsPerPress, digits: 2 },
  { title: 'Presses a second, 16 at once (more is better)', value: ({ at }) => at[16].perSecond, digits: 0 },
  {
    title: 'Start to first answered press, ms (less is better)',
    value: ({ firstAnswerMs }) => firstAnswerMs,
    digits: 0,
  },
  { title: 'Memory after load, MB (less is better)', value: ({ memoryMb }) => memoryMb, digits: 0 },
];

const WIDTH = 900;
const NAMES = 270;
const ROW = 22;
const HEAD = 40;
const LONGEST = WIDTH - NAMES - 90;

/** Draws one panel of bars for each quantity, the assistant's bar in its own colour. */
export function drawPicture(summaries: readonly Summary[]): string {
  const height = PANELS.length * (HEAD + summaries.length * ROW) + 20;
  const panels = PANELS.map((panel, at) => drawPanel(panel, summaries, at * (HEAD + summaries.length * ROW)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif">
<title>The assistant beside the limit and the alternatives</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${panels.join('\n')}
</svg>
`;
}

function drawPanel({ title, value, digits }: Panel, summaries: readonly Summary[], top: number): string {
  const longest = Math.max(...summaries.map(value));
  const bars = summaries.map((summary, row) => {
    const y = top + HEAD + row * ROW;
    const width = ((value(summary) / longest) * LONGEST).toFixed(1);
    const colour = summary.name === 'assistant' ? '#0b5cab' : '#b5bcc4';
    return [
      `<text x="${NAMES - 8}" y="${y + 13}" font-size="13" text-anchor="end" fill="#24292f">${summary.title}</text>`,
      `<rect x="${NAMES}" y="${y}" width="${width}" height="${ROW - 6}" fill="${colour}"/>`,
      `<text x="${NAMES + Number(width) + 6}" y="${y + 13}" font-size="13" fill="#24292f">${value(summary).toFixed(digits)}</text>`,
    ].join('\n');
  });
  return [
    `<text x="16" y="${top + 28}" font-size="15" font-weight="bold" fill="#24292f">${title}</text>`,
    ...bars,
  ].join('\n');
}

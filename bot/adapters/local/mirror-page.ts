import { type ListNames, MIRRORED_COLUMNS, type MirroredColumn, type MirrorItem } from '../../domain/listing/mirror';
import { escapeHtml } from './escape-html';

const NUMERIC: readonly MirroredColumn[] = ['headCount', 'revision'];

const STYLE = `
:root{color-scheme:light dark;font:1rem/1.4 system-ui,sans-serif}
body{margin:1.5rem}
div{overflow-x:auto}
table{border-collapse:collapse;min-width:100%}
caption{text-align:left;padding-bottom:.5rem}
th,td{border:solid GrayText;border-width:0 0 1px;padding:.4rem .7rem;text-align:left;vertical-align:top}
thead th,tbody th,time{white-space:nowrap}
.n{text-align:right;font-variant-numeric:tabular-nums}
`;

/** The whole list as one page, the newest case first. It runs no script and asks nothing of the network. */
export function mirrorPage(lines: readonly MirrorItem['shown'][], names: ListNames): string {
  const { language, count } = names;
  const title = escapeHtml(names.name);
  const rows = [...lines].sort(byNewest).map((shown) => `<tr>${MIRRORED_COLUMNS.map(cellOf(shown)).join('')}</tr>`);
  const heads = MIRRORED_COLUMNS.map(
    (column) => `<th scope="col"${classOf(column)}>${escapeHtml(names.columns[column])}</th>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><div role="region" aria-label="${title}" tabindex="0"><table>`,
    `<caption>${escapeHtml(count)}: ${lines.length}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div></body></html>\n',
  ].join('\n');
}

/** Times and numbers of one form each: as text they sort as they should. */
function byNewest(a: MirrorItem['shown'], b: MirrorItem['shown']): number {
  const [left, right] = [a, b].map(({ submittedAt = '', number = '' }) => `${submittedAt} ${number}`) as [
    string,
    string,
  ];
  return left < right ? 1 : left > right ? -1 : 0;
}

const classOf = (column: MirroredColumn) => (NUMERIC.includes(column) ? ' class="n"' : '');

function cellOf(shown: MirrorItem['shown']): (column: MirroredColumn) => string {
  return (column) => {
    const text = escapeHtml(String(shown[column] ?? ''));
    if (column === 'number') return `<th scope="row">${text}</th>`;
    if (column === 'submittedAt') return `<td><time datetime="${text}">${text}</time></td>`;
    return `<td${classOf(column)}>${text}</td>`;
  };
}

import { escapeHtml } from './escape-html';

const STYLE = ':root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}body{margin:1.5rem}';

/** What is in the folder of a case, and where it lies, as a page of local mode. It runs no script. */
export function documentsPage(number: string, path: string, names: readonly string[]): string {
  const rows = [...names]
    .sort((one, other) => one.localeCompare(other))
    .map((name) => {
      const address = `${encodeURIComponent(number)}/${encodeURIComponent(name)}`;
      return `<li><a href="${escapeHtml(address)}" download>${escapeHtml(name)}</a></li>`;
    });
  return [
    '<!doctype html>',
    '<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(number)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(number)}</h1><p><code>${escapeHtml(path)}</code></p><ul>`,
    ...rows,
    '</ul></body></html>\n',
  ].join('\n');
}

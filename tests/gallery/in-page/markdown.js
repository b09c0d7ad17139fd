// Runs in the gallery's page. The small part of Markdown that Teams shows in a TextBlock: bold, italic, links and
// lists, and backslash escapes. So a visitor's name that would become a link in Teams becomes one here too.

const ALLOWED_LINK = /^(https?:|mailto:|tel:)/i;

/**
 * Text with Markdown as HTML; everything else in the text is shown as it was typed.
 *
 * @param {string} text
 * @returns {string}
 */
export function renderMarkdown(text) {
  return text
    .split(/\n{2,}/)
    .map((block) => renderBlock(block.split(/\r\n?|\n/)))
    .join('');
}

/**
 * @param {string[]} lines
 * @returns {string}
 */
function renderBlock(lines) {
  const list = [
    { tag: 'ul', item: /^\s*[-*+]\s+/ },
    { tag: 'ol', item: /^\s*\d+[.)]\s+/ },
  ].find(({ item }) => item.test(lines[0] ?? ''));
  if (!list) return `<p>${renderInline(lines.join(' '))}</p>`;
  const items = lines.map((line) => `<li>${renderInline(line.replace(list.item, ''))}</li>`);
  return `<${list.tag}>${items.join('')}</${list.tag}>`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function renderInline(text) {
  /** @type {string[]} */
  const escaped = [];
  // Escaped characters leave the text until the end, so that none of the rules below sees them.
  const kept = text.replace(/\\([\\`*_{}[\]()#+\-.!|<>~&])/g, (_match, character) => {
    escaped.push(escapeHtml(character));
    return `\uE000${escaped.length - 1}\uE001`;
  });
  return escapeHtml(kept)
    .replace(/\[([^\]]+)\]\(([^()\s]+)\)/g, (match, label, target) =>
      ALLOWED_LINK.test(target) ? `<a href="${target}">${label}</a>` : match,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replace(/\*(?=\S)([^*]+?)(?<=\S)\*/g, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}"/])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}])/gu, '<em>$1</em>')
    .replace(/\uE000(\d+)\uE001/g, (_match, index) => escaped[Number(index)] ?? '');
}

/**
 * @param {string} text
 * @returns {string}
 */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { checkGalleryCards, GALLERY_WIDTHS, type GalleryCard, type GalleryWidth } from './gallery-card';
import { jsonForHtml, library, pageScripts } from './page-scripts';
import { pageStyle } from './page-style';
import { TEAMS_THEMES, type TeamsTheme } from './teams-palettes';
import { teamsHostConfig } from './teams-themes';

/** In the order they need each other. */
const PAGE_SCRIPTS = [
  'markdown',
  'colour',
  'measure-contrast',
  'measure-overflow',
  'check-card',
  'draw-card',
  'render-cards',
] as const;

/**
 * One HTML page that shows every card in its languages, in all themes and widths, and writes under each what is wrong
 * with it. It holds all it needs, the `adaptivecards` renderer too, and may not load anything from elsewhere.
 *
 * @throws Error when the list of cards is unusable, see {@link checkGalleryCards}.
 */
export function renderGalleryPage(cards: readonly GalleryCard[]): string {
  checkGalleryCards(cards);
  const hostConfigs = Object.fromEntries(TEAMS_THEMES.map((theme) => [theme, teamsHostConfig(theme)]));
  const names = [...new Set(cards.map(({ name }) => name))];
  // Nothing from the network, so an image by its address stays blank here: cards must not need one.
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Card gallery</title>
<style>${pageStyle()}</style>
</head>
<body>
${header(names, cards)}
<main>
${names.map((name) => section(name, cards)).join('\n')}
</main>
<script type="application/json" id="gallery-data">${jsonForHtml({ cards, hostConfigs })}</script>
<script>${library('adaptivecards/dist/adaptivecards.min.js')}</script>
<script>${pageScripts(PAGE_SCRIPTS)}</script>
</body>
</html>
`;
}

function header(names: readonly string[], cards: readonly GalleryCard[]): string {
  const languages = [...new Set(cards.map(({ language }) => language))];
  const links = names.map((name) => `<a href="#${name}">${name}</a>`).join(' ');
  return `<header>
<h1>Card gallery</h1>
<p>Show ${[
    filter('language', languages),
    filter('theme', TEAMS_THEMES),
    filter('width', GALLERY_WIDTHS.map(String)),
  ].join(' · ')}</p>
<nav aria-label="Cards">${links}</nav>
</header>`;
}

/** Check boxes that hide what they name: by the style sheet alone, see page-style.ts. */
function filter(kind: string, values: readonly string[]): string {
  return values
    .map((value) => `<label><input type="checkbox" checked data-hides="${kind}-${value}"> ${value}</label>`)
    .join(' ');
}

function section(name: string, cards: readonly GalleryCard[]): string {
  const rows = cards.map((card, index) => (card.name === name ? row(card, index) : ''));
  return `<section id="${name}">\n<h2>${name}</h2>\n${rows.join('')}</section>`;
}

function row(card: GalleryCard, index: number): string {
  const bytes = Buffer.byteLength(JSON.stringify(card.card));
  const figures = TEAMS_THEMES.flatMap((theme) => GALLERY_WIDTHS.map((width) => figure(card, index, theme, width)));
  return `<div class="row language-${card.language}" id="${card.name}.${card.language}">
<h3>${card.language} <small>${(bytes / 1000).toFixed(1)} kB</small></h3>
<div class="renderings" lang="${card.language}">
${figures.join('\n')}
</div>
</div>
`;
}

function figure({ name, language }: GalleryCard, index: number, theme: TeamsTheme, width: GalleryWidth): string {
  const data = { index, name, language, theme, width };
  const attributes = Object.entries(data).map(([key, value]) => `data-${key}="${value}"`);
  // A form of its own, because radio buttons of one name belong together and every rendering has the same names.
  return `<figure class="theme-${theme} width-${width}" ${attributes.join(' ')}>
<figcaption>${name} · ${language} · ${theme} · ${width}</figcaption>
<div class="stage"><form style="width: ${width}px" onsubmit="return false"></form></div>
</figure>`;
}

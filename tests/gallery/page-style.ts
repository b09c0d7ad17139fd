import { GALLERY_WIDTHS } from './gallery-card';
import { TEAMS_THEMES } from './teams-palettes';
import { teamsStyle } from './teams-style';
import { TEAMS_FONTS } from './teams-themes';

/** The style sheet of the whole gallery page: the page around the cards, the contact sheets, and Teams itself. */
export function pageStyle(): string {
  const values = {
    language: ['fi', 'sv', 'en'],
    theme: TEAMS_THEMES,
    width: GALLERY_WIDTHS,
  };
  const filters = Object.entries(values).flatMap(([kind, names]) =>
    names.map(
      (name) => `body:has([data-hides="${kind}-${name}"]:not(:checked)) main .${kind}-${name} { display: none; }`,
    ),
  );
  return [PAGE, SHEET, ...filters, teamsStyle()].join('\n');
}

const PAGE = `
body { margin: 0; font: 14px/20px ${TEAMS_FONTS}; color: #242424; background: #FFFFFF; }
header { position: sticky; top: 0; left: 0; z-index: 1; width: 100vw; box-sizing: border-box; padding: 12px 24px;
  background: #FFFFFF; border-bottom: 1px solid #D1D1D1; }
h1 { margin: 0; font-size: 20px; line-height: 28px; }
header p { margin: 4px 0; }
header label { margin-right: 8px; }
nav a { margin-right: 12px; color: #4F52B2; }
main { padding: 0 24px 24px; }
section, .row { scroll-margin-top: 140px; }
h2, h3 { position: sticky; left: 24px; display: inline-block; margin: 16px 0 4px; }
h2 { font-size: 18px; }
h3 { font-size: 14px; }
h3 small { font-weight: 400; color: #616161; }
.renderings { display: flex; align-items: flex-start; gap: 16px; }
figure { margin: 0; flex: none; }
figcaption { font-size: 12px; line-height: 20px; color: #616161; }
.finding { box-sizing: border-box; margin: 0; padding: 2px 8px; border-left: 4px solid #B10E1C; background: #FDF3F4;
  color: #960B18; font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
.width-320 .finding { max-width: 344px; }
.width-600 .finding { max-width: 624px; }
`;

const SHEET = `
.sheet-only header, .sheet-only main { display: none; }
.sheet { column-gap: 16px; padding: 16px; background: var(--canvas); }
.sheet figure { break-inside: avoid; display: inline-block; }
.sheet figcaption { padding: 0 12px; color: var(--input-text); }
`;

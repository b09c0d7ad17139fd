import { jsonForHtml, library, pageScripts } from './page-scripts';
import { TEAMS_THEMES } from './teams-palettes';
import { teamsStyle } from './teams-style';
import { TEAMS_FONTS, teamsHostConfig } from './teams-themes';

/** In the order they need each other. */
const SCRIPTS = ['markdown', 'measure-overflow', 'draw-card', 'one-card'];

/**
 * A page for one card at a time, as wide as a phone: its script's `showCard` puts one in. It may not load anything from
 * elsewhere.
 *
 * @param libraries packages' scripts that whoever checks the card needs besides, by their paths below `node_modules`
 */
export function cardPage(libraries: readonly string[] = []): string {
  const hostConfigs = Object.fromEntries(TEAMS_THEMES.map((theme) => [theme, teamsHostConfig(theme)]));
  const scripts = ['adaptivecards/dist/adaptivecards.min.js', ...libraries].map(library);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>One card</title>
<style>body { margin: 0; font: 14px/20px ${TEAMS_FONTS}; } .stage { width: 320px; } ${teamsStyle()}</style>
</head>
<body>
<main class="stage"><form onsubmit="return false"></form></main>
<script type="application/json" id="host-configs">${jsonForHtml(hostConfigs)}</script>
${[...scripts, pageScripts(SCRIPTS)].map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

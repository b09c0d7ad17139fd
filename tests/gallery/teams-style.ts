import { TEAMS_PALETTES, type TeamsPalette, type TeamsTheme } from './teams-palettes';
import { TEAMS_FONTS } from './teams-themes';

/**
 * The style sheet that the host configuration cannot express: the card's frame, Fluent buttons and full-width inputs.
 * Colours are variables, set per theme by the class `theme-<name>` on an element around the card.
 */
export function teamsStyle(): string {
  const themes = Object.entries(TEAMS_PALETTES).map(([name, palette]) => themeVariables(name as TeamsTheme, palette));
  return [...themes, CARD, BUTTONS, INPUTS].join('\n');
}

function themeVariables(name: TeamsTheme, palette: TeamsPalette): string {
  const variables: Record<string, string> = {
    canvas: palette.canvas,
    border: palette.cardBorder,
    link: palette.link,
    focus: palette.focus,
    failed: palette.text.attention[0],
    underline: palette.input.underline,
    placeholder: palette.input.placeholder,
  };
  for (const part of ['button', 'primaryButton', 'destructiveButton', 'input'] as const) {
    variables[`${part}-background`] = palette[part].background;
    variables[`${part}-text`] = palette[part].text;
    variables[`${part}-border`] = palette[part].border;
  }
  const lines = Object.entries(variables).map(([variable, value]) => `--${variable}: ${value};`);
  return `.theme-${name} { color-scheme: ${palette.colorScheme}; ${lines.join(' ')} }`;
}

const CARD = `
.stage { padding: 12px; background: var(--canvas); }
.stage form { margin: 0; box-sizing: border-box; border: 1px solid var(--border); border-radius: 6px; overflow: hidden; }
.ac-adaptiveCard:focus { outline: none; }
.ac-textBlock p { margin: 0 0 8px; }
.ac-textBlock ul, .ac-textBlock ol { box-sizing: border-box; margin: 0 0 8px; padding-left: 24px; }
a.ac-anchor { color: var(--link); text-decoration: underline; }
.ac-selectable { cursor: pointer; }
`;

const BUTTONS = `
.ac-actionSet { flex-wrap: wrap; gap: 8px; }
.ac-pushButton, .ac-pushButton-disabled {
  box-sizing: border-box; min-height: 32px; min-width: 96px; max-width: 100%; padding: 5px 12px; border-radius: 4px;
  font: 600 14px/20px ${TEAMS_FONTS}; cursor: pointer;
  background: var(--button-background); color: var(--button-text); border: 1px solid var(--button-border);
}
.ac-pushButton:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.ac-pushButton.style-positive {
  background: var(--primaryButton-background); color: var(--primaryButton-text);
  border-color: var(--primaryButton-border);
}
.ac-pushButton.style-destructive {
  background: var(--destructiveButton-background); color: var(--destructiveButton-text);
  border-color: var(--destructiveButton-border);
}
.ac-pushButton.expandable::after { content: '\\25BE'; margin-left: 6px; }
.ac-pushButton.expandable.expanded::after { content: '\\25B4'; }
.ac-pushButton-disabled { opacity: 0.5; cursor: default; }
`;

const INPUTS = `
input.ac-input, select.ac-input, textarea.ac-input {
  box-sizing: border-box; width: 100%; min-height: 32px; padding: 5px 10px; border-radius: 4px;
  font: 400 14px/20px ${TEAMS_FONTS}; background: var(--input-background); color: var(--input-text);
  border: 1px solid var(--input-border); border-bottom-color: var(--underline);
}
textarea.ac-input { min-height: 76px; resize: none; }
.ac-input::placeholder { color: var(--placeholder); opacity: 1; }
.ac-input:focus-visible { outline: none; border-bottom: 2px solid var(--primaryButton-background); }
.ac-input-validation-failed { border-color: var(--failed) !important; }
.ac-input input[type='checkbox'], .ac-input input[type='radio'] {
  appearance: none; display: grid !important; place-content: center; width: 16px; height: 16px; border-radius: 2px;
  background: var(--input-background); border: 1px solid var(--underline);
}
.ac-input input[type='radio'] { border-radius: 50%; }
.ac-input input:checked { background: var(--primaryButton-background); border-color: var(--primaryButton-background); }
.ac-input input:checked::after { content: '\\2713'; font: 700 12px/14px sans-serif; color: var(--primaryButton-text); }
.ac-input input[type='radio']:checked { background: var(--input-background); }
.ac-input input[type='radio']:checked::after {
  content: ''; width: 8px; height: 8px; border-radius: 50%; background: var(--primaryButton-background);
}
.ac-choiceSetInput-expanded > div > div, .ac-choiceSetInput-multiSelect > div > div { flex: none; }
.ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div, .ac-toggleInput { min-height: 32px; }
`;

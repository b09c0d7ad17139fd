import { TEAMS_PALETTES, type TeamsPalette, type TeamsTheme } from './teams-palettes';

/** The fonts of Teams; where Segoe UI is missing, whatever the system has for Arial, which is a little wider. */
export const TEAMS_FONTS = "'Segoe UI', 'Segoe UI Web', -apple-system, 'Helvetica Neue', Arial, sans-serif";

const FONT_SIZES = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const FONT_WEIGHTS = { lighter: 300, default: 400, bolder: 600 };

/** What the themes have in common: measures and behaviour, no colours. */
const BASE = {
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
  fontTypes: {
    default: { fontFamily: TEAMS_FONTS, fontSizes: FONT_SIZES, fontWeights: FONT_WEIGHTS },
    monospace: { fontFamily: "'Courier New', monospace", fontSizes: FONT_SIZES, fontWeights: FONT_WEIGHTS },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: 'Large', weight: 'Bolder' }, columnHeader: { weight: 'Bolder' } },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 150 },
    value: { weight: 'Default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Default', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Default' },
    },
    errorMessage: { size: 'Small', color: 'Attention' },
  },
  actions: {
    maxActions: 6,
    spacing: 'Medium',
    // The gap comes from the style sheet, because Teams lets buttons wrap to a second line and this renderer's spacers
    // would indent it.
    buttonSpacing: 0,
    showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
  },
} as const;

/** The host configuration that makes the `adaptivecards` renderer draw like Teams in this theme, as plain JSON. */
export function teamsHostConfig(theme: TeamsTheme): object {
  const palette = TEAMS_PALETTES[theme];
  return {
    ...BASE,
    separator: { lineThickness: 1, lineColor: palette.separator },
    containerStyles: containerStyles(palette),
  };
}

function containerStyles(palette: TeamsPalette): object {
  const foregroundColors = Object.fromEntries(
    Object.entries(palette.text).map(([name, [normal, subtle]]) => [name, { default: normal, subtle }]),
  );
  return Object.fromEntries(
    Object.entries(palette.backgrounds).map(([name, backgroundColor]) => [
      name,
      { backgroundColor, foregroundColors, borderColor: palette.cardBorder },
    ]),
  );
}

/** A text colour and its quieter form (`isSubtle`). */
export type TextColour = readonly [normal: string, subtle: string];

/** Everything that differs between the themes of Teams, as far as a card shows it. */
export interface TeamsPalette {
  /** What the browser draws by itself: arrows, date pickers, scroll bars. */
  readonly colorScheme: 'light' | 'dark';
  /** The chat behind the card. */
  readonly canvas: string;
  readonly cardBorder: string;
  readonly separator: string;
  /** Backgrounds of the card and of its container styles. */
  readonly backgrounds: Readonly<Record<ContainerStyle, string>>;
  readonly text: Readonly<
    Record<'default' | 'dark' | 'light' | 'accent' | 'good' | 'warning' | 'attention', TextColour>
  >;
  readonly link: string;
  readonly button: ButtonColours;
  readonly primaryButton: ButtonColours;
  readonly destructiveButton: ButtonColours;
  readonly input: ButtonColours & { readonly underline: string; readonly placeholder: string };
  readonly focus: string;
}

/** The names an Adaptive Card may use in a container's `style`. */
export type ContainerStyle = 'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

interface ButtonColours {
  readonly background: string;
  readonly text: string;
  readonly border: string;
}

const light: TeamsPalette = {
  colorScheme: 'light',
  canvas: '#F5F5F5',
  cardBorder: '#E0E0E0',
  separator: '#E0E0E0',
  backgrounds: {
    default: '#FFFFFF',
    emphasis: '#F5F5F5',
    accent: '#E8EBFA',
    good: '#E7F2DA',
    warning: '#FBF6D9',
    attention: '#FCF4F6',
  },
  text: {
    default: ['#242424', '#616161'],
    dark: ['#242424', '#616161'],
    light: ['#FFFFFF', '#F5F5F5'],
    accent: ['#5B5FC7', '#5B5FC7'],
    good: ['#0E700E', '#0E700E'],
    warning: ['#9A3D07', '#9A3D07'],
    attention: ['#B10E1C', '#B10E1C'],
  },
  link: '#4F52B2',
  button: { background: '#FFFFFF', text: '#242424', border: '#D1D1D1' },
  primaryButton: { background: '#5B5FC7', text: '#FFFFFF', border: '#5B5FC7' },
  destructiveButton: { background: '#C50F1F', text: '#FFFFFF', border: '#C50F1F' },
  input: { background: '#FFFFFF', text: '#242424', border: '#D1D1D1', underline: '#616161', placeholder: '#707070' },
  focus: '#000000',
};

const dark: TeamsPalette = {
  colorScheme: 'dark',
  canvas: '#1F1F1F',
  cardBorder: '#3D3D3D',
  separator: '#525252',
  backgrounds: {
    default: '#292929',
    emphasis: '#333333',
    accent: '#2B2B40',
    good: '#10280F',
    warning: '#3A2503',
    attention: '#3B1519',
  },
  text: {
    default: ['#FFFFFF', '#ADADAD'],
    dark: ['#242424', '#424242'],
    light: ['#FFFFFF', '#D6D6D6'],
    accent: ['#9299F7', '#9299F7'],
    good: ['#6CC46C', '#6CC46C'],
    warning: ['#FAA06B', '#FAA06B'],
    attention: ['#F1919A', '#F1919A'],
  },
  link: '#9299F7',
  button: { background: '#292929', text: '#FFFFFF', border: '#666666' },
  primaryButton: { background: '#5B5FC7', text: '#FFFFFF', border: '#5B5FC7' },
  destructiveButton: { background: '#C50F1F', text: '#FFFFFF', border: '#C50F1F' },
  input: { background: '#292929', text: '#FFFFFF', border: '#666666', underline: '#ADADAD', placeholder: '#999999' },
  focus: '#FFFFFF',
};

// Here container styles have no colour of their own, as in a system's high contrast: a card whose meaning rests on
// a green or red background alone shows it in this theme.
const contrast: TeamsPalette = {
  colorScheme: 'dark',
  canvas: '#000000',
  cardBorder: '#FFFFFF',
  separator: '#FFFFFF',
  backgrounds: {
    default: '#000000',
    emphasis: '#000000',
    accent: '#000000',
    good: '#000000',
    warning: '#000000',
    attention: '#000000',
  },
  text: {
    default: ['#FFFFFF', '#FFFFFF'],
    dark: ['#FFFFFF', '#FFFFFF'],
    light: ['#FFFFFF', '#FFFFFF'],
    accent: ['#1AEBFF', '#1AEBFF'],
    good: ['#FFFFFF', '#FFFFFF'],
    warning: ['#FFFF01', '#FFFF01'],
    attention: ['#FFFF01', '#FFFF01'],
  },
  link: '#FFFF01',
  button: { background: '#000000', text: '#FFFFFF', border: '#FFFFFF' },
  primaryButton: { background: '#1AEBFF', text: '#000000', border: '#1AEBFF' },
  destructiveButton: { background: '#000000', text: '#FFFF01', border: '#FFFF01' },
  input: { background: '#000000', text: '#FFFFFF', border: '#FFFFFF', underline: '#FFFFFF', placeholder: '#FFFFFF' },
  focus: '#1AEBFF',
};

/** The three themes of Teams. */
export const TEAMS_PALETTES = { light, dark, contrast } as const satisfies Record<string, TeamsPalette>;

/** The name of a theme. */
export type TeamsTheme = keyof typeof TEAMS_PALETTES;

/** The names of the themes, in the order of the gallery's columns. */
export const TEAMS_THEMES: readonly TeamsTheme[] = ['light', 'dark', 'contrast'];

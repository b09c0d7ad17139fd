import type { Import } from './imports';

interface Layer {
  /** What belongs to the layer: folders and files below `bot/`. */
  readonly holds: RegExp;
  /** What its files may import, besides each other. */
  readonly mayImport: RegExp;
  readonly why: string;
}

/** The house, from the bottom up; `docs/architecture.md` draws it. Imports point down only. */
const LAYERS: Readonly<Record<string, Layer>> = {
  domain: {
    holds: /^domain\//,
    mayImport: /^(zod\/v4|locales\/en\.json|fastest-levenshtein|lru-cache|node:crypto)$/,
    why: 'the domain is pure: it must stay testable in milliseconds and know no SDK, store or card',
  },
  ports: {
    holds: /^ports(\/|$)/,
    mayImport: /^domain\//,
    why: 'ports and turns say what the features see of the outside, in words of the domain',
  },
  pace: {
    holds: /^pace\//,
    mayImport: /^lru-cache$/,
    why: 'how long is waited and how much is done at once is the same whatever is waited for',
  },
  cards: {
    holds: /^cards\//,
    mayImport: /^(domain\/|zod\/v4$)/,
    why: 'a card is computed from the domain alone, so that the gallery and the tests can show it without a bot',
  },
  features: {
    holds: /^features\//,
    mayImport: /^(domain\/|cards\/|ports(\/|$)|pace\/)/,
    why: 'a feature must run with any adapter: it knows the outside through ports only',
  },
  flow: {
    holds: /^(answering|deliveries|commands)\//,
    mayImport: /^(domain\/|cards\/|features\/|ports(\/|$)|pace\/)/,
    why: 'answering and delivering join features, and know the outside through ports only',
  },
  'adapters/teams': {
    holds: /^adapters\/teams\//,
    mayImport:
      /^(domain\/|ports(\/|$)|pace\/|settings\/bot-identity$|zod\/v4$|botbuilder$|botframework-connector$|@microsoft\/teams-ai\/lib\/Application$|fastify$|lru-cache$|node:(crypto|https?|stream\/consumers)$)/,
    why: 'the SDKs of Teams stand behind this one folder, so that another SDK means another folder',
  },
  'adapters/tables': {
    holds: /^adapters\/tables\//,
    mayImport: /^(domain\/|ports(\/|$)|pace\/|zod\/v4$|@azure\/|lru-cache$|undici$|node:)/,
    why: 'only this folder knows Azure Tables',
  },
  'adapters/content': {
    holds: /^adapters\/content\//,
    mayImport: /^(domain\/|ports$|zod\/v4$|i18next$|i18n-iso-countries\/(index|langs\/\w+\.json)$|node:(fs|path)$)/,
    why: 'only this folder reads the data files and knows the library for words',
  },
  'adapters/graph': {
    holds: /^adapters\/graph\//,
    mayImport:
      /^(domain\/|ports(\/|$)|pace\/|settings\/bot-identity$|zod\/v4$|@microsoft\/microsoft-graph-client$|@azure\/identity$)/,
    why: 'only this folder knows Microsoft Graph: its mailboxes and its lists',
  },
  'adapters/entra': {
    holds: /^adapters\/entra\//,
    mayImport: /^(settings\/bot-identity$|@azure\/identity$)/,
    why: 'what the bot proves itself with is made in one place',
  },
  'adapters/telemetry': {
    holds: /^adapters\/telemetry\//,
    mayImport: /^(ports$|@opentelemetry\/|@azure\/(identity|monitor-opentelemetry-exporter)$)/,
    why: 'only this folder knows OpenTelemetry, and it is loaded only where telemetry is on',
  },
  'adapters/files': {
    holds: /^adapters\/files\//,
    mayImport: /^(ports$|zod\/v4$|node:)/,
    why: 'where a copy lies is no business of what is copied',
  },
  'adapters/local': {
    holds: /^adapters\/local\//,
    mayImport: /^(domain\/|ports$|zod\/v4$|nodemailer$|node:)/,
    why: 'what local mode puts in the place of the cloud',
  },
  'adapters/log': {
    holds: /^adapters\/log\//,
    mayImport: /^(ports$|pino$)/,
    why: 'only this folder knows the log library',
  },
  'adapters/calendar': {
    holds: /^adapters\/calendar\//,
    mayImport: /^(domain\/|date-holidays$)/,
    why: 'only this folder knows the library for public holidays',
  },
  settings: {
    holds: /^settings\//,
    mayImport: /^zod\/v4$/,
    why: 'settings are read from what is handed in, nothing else',
  },
  composition: {
    holds: /^(index$|command-line$|start\/)/,
    mayImport: /^(?!botbuilder|botframework-|@microsoft\/teams|fastify|adapters\/teams\/(?!teams$))/,
    why: 'the composition root joins everything, but of Teams it knows only what `openTeams` gives',
  },
  launcher: {
    holds: /^local\//,
    mayImport: /^node:/,
    why: '`npm start` must work before anything of the bot does, so it needs Node alone',
  },
};

/** What each import breaks: who, what, why, and the mend. Empty when every import points down. */
export function brokenRules(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) => {
    const file = from.replace(/\.ts$/, '');
    const found = Object.entries(LAYERS).find(([, layer]) => layer.holds.test(file));
    if (!found) {
      return [
        `bot/${from} belongs to no layer: put it into one of ${Object.keys(LAYERS).join(', ')}, or add a layer here.`,
      ];
    }
    const [name, layer] = found;
    if (layer.holds.test(to) || layer.mayImport.test(to)) return [];
    return [
      `bot/${from} imports ${to}. Why not: ${layer.why}. Mend: let "${name}" ask for it through a port or a ` +
        'parameter, or move the code to the layer that may; docs/architecture.md shows the layers.',
    ];
  });
}

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
    mayImport: /^(zod\/v4|locales\/en\.json)$/,
    why: 'the domain is pure: it must stay testable in milliseconds and know no SDK, store or card',
  },
  seams: {
    holds:
      /^(ports|ports\/(channels|copy|outbox|storage|telemetry)|turn|draft-id|entry-id|understanding|patience|slots|retry-after)$/,
    mayImport: /^(domain\/|node:crypto$|fastest-levenshtein$|lru-cache$)/,
    why: 'ports and turns say what the features see of the outside, in words of the domain',
  },
  cards: {
    holds: /^cards\//,
    mayImport: /^(domain\/|zod\/v4$)/,
    why: 'a card is computed from the domain alone, so that the gallery and the tests can show it without a bot',
  },
  mail: {
    holds: /^(mail|mirror)\//,
    mayImport: /^(domain\/|cards\/|ports$)/,
    why: 'a mail, and a line elsewhere, is computed like a card',
  },
  features: {
    holds: /^features\//,
    mayImport: /^(domain\/|cards\/|ports$|turn$|draft-id$|entry-id$|understanding$|patience$)/,
    why: 'a feature must run with any adapter: it knows the outside through ports only',
  },
  flow: {
    holds: /^(router$|worker$|lanes$|nightly$|traffic$|deliveries\/|commands\/)/,
    mayImport: /^(domain\/|cards\/|mail\/|mirror\/|features\/|ports$|slots$|turn$|understanding$)/,
    why: 'router and worker join features, and know the outside through ports only',
  },
  'adapters/teams': {
    holds: /^adapters\/teams\//,
    mayImport:
      /^(domain\/|ports$|turn$|retry-after$|bot-identity$|zod\/v4$|botbuilder$|botframework-connector$|@microsoft\/teams-ai\/lib\/Application$|fastify$|lru-cache$|node:(crypto|events|https?|stream\/consumers)$)/,
    why: 'the SDKs of Teams stand behind this one folder, so that another SDK means another folder',
  },
  'adapters/tables': {
    holds: /^adapters\/tables\//,
    mayImport:
      /^(domain\/|ports$|turn$|draft-id$|patience$|zod\/v4$|@azure\/|lru-cache$|undici(\/lib\/dispatcher\/agent)?$|node:)/,
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
      /^(domain\/|ports$|slots$|retry-after$|bot-identity$|zod\/v4$|@microsoft\/microsoft-graph-client$|@azure\/identity$)/,
    why: 'only this folder knows Microsoft Graph: its mailboxes and its lists',
  },
  'adapters/entra': {
    holds: /^adapters\/entra\//,
    mayImport: /^(bot-identity$|@azure\/identity$)/,
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
  config: {
    holds: /^(config|setting|bot-identity|storage-setting|telemetry-setting)$/,
    mayImport: /^zod\/v4$/,
    why: 'settings are read from what is handed in, nothing else',
  },
  composition: {
    holds: /^(index|assembly|channels|command-line|ending|project-root|rehearsal|telemetry)$/,
    mayImport: /./,
    why: 'the composition root joins everything',
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

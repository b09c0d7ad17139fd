// What is in the packages and never called by the bot. The bundle has a stand-in for each, which costs a start nothing,
// and throws when something of it is used after all. `tests/bundle` walks through the bundle to see that nothing is.

const AI = 'the Application is made without the option "ai"';
const SIGN_IN = 'the Application is made without the option "authentication"';
const OWN_ADAPTER = 'adapters/teams/http-server is the way in, and adapters/teams/turns/cloud-adapter the only adapter';
const OWN_DOOR = 'adapters/teams/door checks tokens in its place';
const NO_SKILLS = 'the bot calls no other bot and is called by none';
const NO_TRANSCRIPTS = 'nothing of a conversation is written to files or shown to the emulator';

/** Files in `node_modules`, by package, each with why it is never called. */
const NEVER_CALLED = {
  '@microsoft/teams-ai': {
    'lib/AI.js': AI,
    'lib/authentication/Authentication.js': SIGN_IN,
  },
  botbuilder: {
    'lib/botFrameworkAdapter.js': OWN_ADAPTER,
    'lib/botFrameworkHttpClient.js': NO_SKILLS,
    'lib/channelServiceHandler.js': NO_SKILLS,
    'lib/channelServiceRoutes.js': NO_SKILLS,
    'lib/eventFactory.js': 'no conversation is handed over to people in another service',
    'lib/fileTranscriptStore.js': NO_TRANSCRIPTS,
    'lib/inspectionMiddleware.js': NO_TRANSCRIPTS,
    'lib/setSpeakMiddleware.js': 'nothing is spoken',
    'lib/sharepoint/sharePointActivityHandler.js': 'the Application sorts activities',
    'lib/sharepoint/sharePointSSOTokenExchangeMiddleware.js': SIGN_IN,
    'lib/skills/index.js': NO_SKILLS,
    'lib/teamsActivityHandler.js': 'the Application sorts activities',
  },
  'botbuilder-core': {
    'lib/testAdapter.js': 'it is for tests',
  },
  'botbuilder-dialogs': {
    'lib/index.js': SIGN_IN,
  },
  'botframework-connector': {
    'lib/auth/botFrameworkClientImpl.js': NO_SKILLS,
    'lib/auth/jwtTokenExtractor.js': OWN_DOOR,
    'lib/emulatorApiClient.js': 'there is no emulator of OAuth',
  },
  'botframework-streaming': {
    'lib/webSocket/nodeWebSocket.js': 'activities come over HTTP, never over a web socket',
  },
};

const FILE = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](.+)$/;

/** Puts the stand-ins into a bundle; the build fails where one stands in for nothing, after an update perhaps. */
const standIns = {
  name: 'never-called',
  setup(build) {
    const unmet = new Set(
      Object.entries(NEVER_CALLED).flatMap(([name, files]) => Object.keys(files).map(placeOf(name))),
    );
    build.onLoad({ filter: /node_modules/ }, ({ path }) => {
      const [, name, file] = (FILE.exec(path) ?? []).map((part) => part.replaceAll('\\', '/'));
      const why = NEVER_CALLED[name]?.[file];
      if (why === undefined) return undefined;
      unmet.delete(placeOf(name)(file));
      return { contents: standIn(placeOf(name)(file), why) };
    });
    build.onEnd(() => ({
      errors: [...unmet].map((place) => ({
        text: `${place} is not loaded by the bot: take it out of tools/never-called.js.`,
      })),
    }));
  },
};

const placeOf = (name) => (file) => `${name}/${file}`;

/** A module that can be loaded, and tells whoever takes something out of it. */
function standIn(place, why) {
  const message = `${place} is not in the bundle, because ${why}. If that has changed, take it out of tools/never-called.js`;
  return `module.exports = new Proxy({}, {
    get(_module, name) {
      // How a module is asked of what kind it is.
      if (name === '__esModule') return true;
      throw new Error(${JSON.stringify(message)} + ' (asked for: ' + String(name) + ').');
    },
  });`;
}

module.exports = { NEVER_CALLED, standIns };

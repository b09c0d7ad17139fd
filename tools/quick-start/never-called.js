// What comes with the packages, is never called by the bot, and costs a start a quarter. The bundle has a stand-in for each,
// which throws when something of it is used after all. `tests/bundle` walks through the bundle, in local mode and in
// production with all that can be switched on, to see that nothing is.

const SIGN_IN = 'the Application is made without the option "authentication"';

/** Files in `node_modules`, each with why it is never called. */
const NEVER_CALLED = {
  '@microsoft/teams-ai/lib/authentication/Authentication.js': SIGN_IN,
  'botbuilder-dialogs/lib/index.js': SIGN_IN,
};

/** Puts the stand-ins into a bundle; the build fails where one stands in for nothing, after an update perhaps. */
const standIns = {
  name: 'never-called',
  setup(build) {
    const unmet = new Set(Object.keys(NEVER_CALLED));
    build.onLoad({ filter: /node_modules/ }, ({ path }) => {
      const [file = ''] = path.replaceAll('\\', '/').split('/node_modules/').slice(-1);
      if (NEVER_CALLED[file] === undefined) return undefined;
      unmet.delete(file);
      return { contents: standIn(file) };
    });
    build.onEnd(() => ({
      errors: [...unmet].map((file) => ({ text: `${file} is not loaded by the bot: take it out of ${__filename}.` })),
    }));
  },
};

/** A module that can be loaded, and tells whoever takes something out of it. */
function standIn(file) {
  const message = `${file} is not in the bundle, because ${NEVER_CALLED[file]}. If that has changed, take it out of tools/quick-start/never-called.js`;
  return `module.exports = new Proxy({}, {
    get(_module, name) {
      // How a module is asked of what kind it is.
      if (name === '__esModule') return true;
      throw new Error(${JSON.stringify(message)} + ' (asked for: ' + String(name) + ').');
    },
  });`;
}

module.exports = { standIns };

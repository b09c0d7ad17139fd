// How the modules of a test file are loaded: those of the project for each file anew, so that no file sees what another
// has left in them; those of packages once in a worker, by Node itself.
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const OF_A_PACKAGE = /[\\/]node_modules[\\/]/;

module.exports = class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (code, filename) => compileFunction(code, executor.injectedModuleParameters, { filename });
  }

  /** Jest's own parts, which keep the state of a file, are not of those. */
  requireModule(from, name, options, ...rest) {
    if (name !== undefined && !options?.isInternalModule && !this._resolution.isCoreModule(name)) {
      const path = this._resolution.resolveCjs(from, name);
      if (OF_A_PACKAGE.test(path)) return require(path);
    }
    return super.requireModule(from, name, options, ...rest);
  }
};
module.exports.default = module.exports;

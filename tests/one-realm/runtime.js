// How the modules of a test file are loaded: those of the project for each file anew, so that no file sees what another
// has left in them; those of packages once in a worker, by Node itself, and so what is named here.
//
// It reaches into Jest's runtime of the pinned version, where there is no other way in: an update that moves `executor` or
// `_resolution` stops every test at once, and is mended here.
const { resolve } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const OF_A_PACKAGE = /[\\/]node_modules[\\/]/;

/** What takes long to make and serves every file: the published schemas, compiled, and an Azurite that runs. */
const KEPT = new Set(
  ['published-schemas.ts', 'azurite-storage.ts'].map((name) => resolve(__dirname, '../fixtures', name)),
);
const kept = new Map();

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
      if (KEPT.has(path)) {
        if (!kept.has(path)) kept.set(path, super.requireModule(from, name, options, ...rest));
        return kept.get(path);
      }
    }
    return super.requireModule(from, name, options, ...rest);
  }
};
module.exports.default = module.exports;

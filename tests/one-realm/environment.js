// Where the tests of a worker run: in Node's own realm, one file after the other. What a file leaves behind there goes
// when it ends.
//
// Jest's own environment makes a realm for each file, in which each package is compiled, run and warmed up anew: half of
// the suite's time. What a test relies on, the modules of `bot/` and `tests/`, is still each file's own (`runtime.js`).
const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Storages that something has run in. Node asks each at each promise until it is told not to, long after its file. */
const entered = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  entered.add(this);
  return run.apply(this, given);
};

module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;

  constructor({ projectConfig }) {
    this.found = Object.getOwnPropertyDescriptors(globalThis);
    this.variables = { ...process.env };
    this.folder = process.cwd();
    this.exit = process.exit;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const storage of entered) storage.disable();
    entered.clear();
    process.exit = this.exit;
    process.chdir(this.folder);
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    for (const name of Reflect.ownKeys(globalThis)) if (!(name in this.found)) Reflect.deleteProperty(globalThis, name);
    for (const name of Reflect.ownKeys(this.found)) {
      if (this.found[name].configurable) Object.defineProperty(globalThis, name, this.found[name]);
    }
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** No other than the one that is there; Jest takes nothing at all for an environment that is over. */
  getVmContext() {
    return globalThis;
  }
};

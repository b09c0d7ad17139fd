// Tests are about Espoo, whatever city is served from this shell.
delete process.env.CITY_FOLDER;

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/one-realm/environment.js',
  runtime: '<rootDir>/tests/one-realm/runtime.js',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // The package's main entry cannot be required in Node (its `lib/strings` is missing); the bundle can.
  moduleNameMapper: { '^adaptivecards$': 'adaptivecards/dist/adaptivecards.js' },
  // Two cores is what we test on; some files wait for a browser or for processes, so a third worker has work for them.
  maxWorkers: 3,
  testTimeout: 30_000,
};

// Loaded before the bundle, which knows Microsoft's addresses alone: leads what it asks of them to the stand-ins that
// STAND_INS names by their hosts. What is meant for this machine goes there, and nothing goes anywhere else.
const http = require('node:http');
const https = require('node:https');

const PLACES = JSON.parse(process.env.STAND_INS);

function placeOf(hostname) {
  if (PLACES[hostname] !== undefined) return new URL(PLACES[hostname]);
  throw new Error(`The bundle has asked ${hostname}, for which this test has no stand-in.`);
}

for (const ask of ['request', 'get']) {
  const overHttps = https[ask];
  https[ask] = (target, ...more) => {
    if (target.hostname === '127.0.0.1') return overHttps(target, ...more);
    const { hostname, port } = placeOf(target.hostname);
    const { pathname, search } = target;
    const path = target.path ?? pathname + search;
    const { method, headers } = target;
    return http[ask]({ hostname, port, path, method, headers: { ...headers } }, ...more.slice(-1).filter(isCallback));
  };
}

const isCallback = (value) => typeof value === 'function';

const overFetch = globalThis.fetch;
globalThis.fetch = (address, options) => {
  const { hostname, pathname, search } = new URL(address);
  return overFetch(new URL(pathname + search, placeOf(hostname)), options);
};

// What makes a start shorter than the packages would have it: all of that is in this folder, and the bot would run without
// any of it. Measured in CPU from the start of a process to its first answer, on production's Node, beside teams-ai's
// `Application` doing the same (docs/bench.md has the goal):
//
//   one file, and what V8 made of it kept   0.79 of teams-ai   compile-ahead.js, run-compiled.js; on Node 22 and later
//   and sign-in left out                    0.59               never-called.js: its dialogs bring recognisers of dates,
//                                                              numbers and currencies in eight languages
const { compileAhead } = require('./compile-ahead');
const { standIns } = require('./never-called');

module.exports = { compileAhead, standIns };

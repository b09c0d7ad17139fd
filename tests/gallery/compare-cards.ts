// node tools/run-typescript.js tests/gallery/compare-cards.ts <older commit> [<newer commit>]
// Says whether the cards of the gallery are byte for byte the same in two commits; without the second, in the first and in
// what stands here. Ends with 1 where a card differs, is gone or is new. Takes some seconds.
import { unpackOrHere } from '../operation/unpack';
import { cardTexts, differences } from './card-texts';

async function main([from, to = '.']: readonly string[]): Promise<number> {
  if (from === undefined) throw new Error('Name a commit whose cards these are compared with.');
  const unpacked = [from, to].map(unpackOrHere);
  try {
    const [older, newer] = [await cardTexts(unpacked[0]?.folder ?? ''), await cardTexts(unpacked[1]?.folder ?? '')];
    const found = differences(older, newer);
    const bytes = [...newer.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const [before, after] = unpacked.map(({ commit }) => commit);
    console.log(`${before}: ${older.size} cards; ${after}: ${newer.size} cards, ${bytes} bytes`);
    for (const line of found) console.log(`✗ ${line}`);
    console.log(found.length === 0 ? 'The same, byte for byte.' : `${found.length} are not the same.`);
    return found.length === 0 ? 0 : 1;
  } finally {
    for (const each of unpacked) each.remove();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  },
);

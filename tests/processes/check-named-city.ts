/** The end of `npm run check`: looks at the city that CITY_FOLDER names, or at the only one in `bot/city`. */
import { relative } from 'node:path';
import { cityFolder } from '../../tools/city-folder';
import { checkCity } from './check-city';

const folder = cityFolder(process.env);
const problems = checkCity(folder);
for (const found of problems) process.stderr.write(`✗ ${found}\n`);
if (problems.length === 0) process.stdout.write(`✓ ${relative(process.cwd(), folder)} can be served\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

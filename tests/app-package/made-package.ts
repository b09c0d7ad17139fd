/** The app package of invented values, made of the project's own files. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage } from '../../appPackage/packaging/build-package';
import type { Manifest } from '../../appPackage/packaging/manifest';
import { ESPOO } from '../fixtures/city';

export const APP_PACKAGE = join(ESPOO, 'app');

export const VALUES = {
  APP_VERSION: '1.4.0',
  APP_NAME_SUFFIX: '',
  TEAMS_APP_ID: '0d4f7b9e-105e-43f0-81a7-b424d8e9a612',
  BOT_ID: 'b7d9a3e4-1f56-4c08-8e2b-90a6d5c3f721',
  BOT_DOMAIN: 'bot.espoo.example',
  DEVELOPER_NAME: 'Espoon "kaupunki"',
  DEVELOPER_WEBSITE_URL: 'https://espoo.example',
  PRIVACY_URL: 'https://espoo.example/tietosuoja',
  TERMS_URL: 'https://espoo.example/ehdot',
  SUPPORT_URL: 'https://espoo.example/ohjeet',
} as const;

/** A file of the city's as it stands. */
export const readFile = (name: string): Uint8Array => readFileSync(join(APP_PACKAGE, name));

/** The bytes of the package. @throws Error with what stands in its way */
export function madePackage(env: Readonly<Record<string, string>> = VALUES): Uint8Array {
  const built = buildPackage({ readFile, env });
  if ('problems' in built) throw new Error(built.problems.join('\n'));
  return built.zip;
}

/** A JSON file out of a package. */
export function jsonIn(zip: Uint8Array, name: string): unknown {
  const bytes = unzipSync(zip)[name];
  if (!bytes) throw new Error(`The package has no ${name}.`);
  return JSON.parse(strFromU8(bytes));
}

/** The manifest of a package that has been checked. */
export const manifestIn = (zip: Uint8Array): Manifest => jsonIn(zip, 'manifest.json') as Manifest;

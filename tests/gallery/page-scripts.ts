import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root';

/**
 * Scripts of `in-page/` as one script element's text. They are modules for the type checker; in a page they are one
 * script, without imports.
 *
 * @param names in the order they need each other
 */
export function pageScripts(names: readonly string[]): string {
  return scriptForHtml(names.map(pageScript).join('\n'));
}

/** A script of an installed package, by its path below `node_modules`. */
export function library(path: string): string {
  return scriptForHtml(readFileSync(join(repositoryRoot(), 'node_modules', path), 'utf8'));
}

/** Data for a script element of type `application/json`. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function pageScript(name: string): string {
  return readFileSync(join(repositoryRoot(), 'tests/gallery/in-page', `${name}.js`), 'utf8')
    .replace(/^import .*;$/gm, '')
    .replace(/^export /gm, '');
}

function scriptForHtml(script: string): string {
  return script.replaceAll('</script', '<\\/script');
}

/**
 * What a card layout may say between `${` and `}`: the few words of Adaptive Cards' template language that ours use.
 * Closed on purpose: what these cannot say is decided in the view, where it can be tested.
 */

/** What an expression looks at: the whole view (`$root`), and the part of it that the nearest `$data` names. */
export interface Scope {
  readonly root: unknown;
  readonly data: unknown;
}

/** An expression, read once: gives its value in a scope. */
export type Expression<T = unknown> = (scope: Scope) => T;

const NAME = '[a-zA-Z]\\w*';
const PATH = `\\$data|(?:\\$root\\.)?${NAME}`;
const A_PATH = new RegExp(`^(?:${PATH})$`);
const FLOAT = new RegExp(`^float\\((${PATH})\\)$`);
const EXISTS = new RegExp(`^(!?)exists\\((${PATH})\\)$`);
const IS_ANY = new RegExp(`^count\\((${PATH})\\) > 0$`);
const COMPARED = new RegExp(`^(${PATH}) (==|!=) '([^']*)'$`);

/** Reads an expression. Throws where it is none of these, naming it. */
export function readExpression(text: string): Expression {
  // What the view does not have stays as it is written, so that whoever writes a layout sees it.
  if (A_PATH.test(text)) return withFallback(readPath(text), `\${${text}}`);
  const [, number] = FLOAT.exec(text) ?? [];
  if (number === undefined) return readCondition(text);
  const path = readPath(number);
  return (scope) => Number.parseFloat(String(path(scope)));
}

/** Reads a condition, or several joined by `&&`. Throws where it is none, naming it. */
export function readCondition(text: string): Expression<boolean> {
  const [first = '', ...others] = text.split(' && ').map((part) => part.trim());
  return others
    .map(readComparison)
    .reduce((left, right) => (scope) => left(scope) && right(scope), readComparison(first));
}

function readComparison(text: string): Expression<boolean> {
  const [, left, sign, right] = COMPARED.exec(text) ?? [];
  if (left !== undefined) {
    const path = readPath(left);
    return sign === '==' ? (scope) => path(scope) === right : (scope) => path(scope) !== right;
  }
  const [, not, wanted] = EXISTS.exec(text) ?? [];
  if (wanted !== undefined) {
    const path = readPath(wanted);
    return not === '' ? (scope) => isThere(path(scope)) : (scope) => !isThere(path(scope));
  }
  const [, counted] = IS_ANY.exec(text) ?? [];
  if (counted !== undefined) {
    const path = readPath(counted);
    return (scope) => {
      const list = path(scope);
      return Array.isArray(list) && list.length > 0;
    };
  }
  throw new Error(
    `A card layout says "\${${text}}", which bot/cards/layout/expression.ts does not know: decide it in the view, and let the layout show the result.`,
  );
}

function readPath(path: string): Expression {
  if (path === '$data') return ({ data }) => data;
  if (!path.startsWith('$root.')) return ({ data }) => part(data, path);
  const name = path.slice('$root.'.length);
  return ({ root }) => part(root, name);
}

function withFallback(path: Expression, fallback: string): Expression {
  return (scope) => {
    const value = path(scope);
    return value === undefined ? fallback : value;
  };
}

function part(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? (whole as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

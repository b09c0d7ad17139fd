/**
 * What stands in the Bicep files, read by a grammar of the language. The Bicep compiler cannot be had from the registries
 * that this project is built from; this sees syntax and names, but no types and nothing of what Azure would say.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { ROOT } from '../fixtures/root';

export interface Parameter {
  readonly name: string;
  /** Whether whoever uses the file has to give it. */
  readonly required: boolean;
  /** The texts that it may be, if only some; as they are written, in quotation marks. */
  readonly allowed: readonly string[] | undefined;
}

export interface ModuleUse {
  readonly name: string;
  /** Below the file's folder. */
  readonly path: string;
  /** The names of the parameters that are given. */
  readonly given: readonly string[];
}

export interface BicepFile {
  /** The path below `infra/`. */
  readonly path: string;
  readonly text: string;
  /** Where the grammar does not know on: line and text. */
  readonly mistakes: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly outputs: readonly string[];
  readonly modules: readonly ModuleUse[];
  /** Types of resources with their versions, as `Type@version`. */
  readonly resources: readonly string[];
  /** Everything that has a name in the file. */
  readonly declared: readonly string[];
  /** Names that expressions ask for. */
  readonly used: readonly string[];
  /** What expressions read of modules, as `module.output`. */
  readonly outputsUsed: readonly string[];
  /** The keys of an object that a variable is. */
  keysOf(variable: string): readonly string[];
}

const GRAMMAR = 'tree-sitter-bicep/tree-sitter-bicep.wasm';

export type ReadBicep = (path: string) => BicepFile;

/** Loads the grammar; what comes back reads a file below `infra/`. */
export async function bicepReader(): Promise<ReadBicep> {
  await Parser.init();
  // As bytes: given a path it would import a module, which jest does not let it.
  const grammar = await Language.load(new Uint8Array(readFileSync(require.resolve(GRAMMAR))));
  const parser = new Parser().setLanguage(grammar);
  return (path) => read(parser, path, readFileSync(join(ROOT, 'infra', path), 'utf8'));
}

const DECLARATIONS = /^(parameter|variable|resource|module)_declaration$/;

function read(parser: Parser, path: string, text: string): BicepFile {
  // The grammar knows no values of parameters; to it they are written like those of variables.
  const tree = parser.parse(path.endsWith('.bicepparam') ? text.replace(/^param (\w+) =/gm, 'var $1 =') : text);
  if (!tree) throw new Error(`The grammar read nothing of infra/${path}.`);
  const nodes = [...below(tree.rootNode)];
  const all = (type: string) => nodes.filter((node) => node.type === type);
  return {
    path,
    text,
    mistakes: nodes
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `${path}:${node.startPosition.row + 1}: ${node.text}`),
    parameters: all('parameter_declaration').map(parameterOf),
    outputs: all('output_declaration').map(nameOf),
    modules: all('module_declaration').map(moduleOf),
    resources: all('resource_declaration').map((node) => textOf(node.namedChild(1))),
    declared: nodes.filter(({ type }) => DECLARATIONS.test(type)).map(nameOf),
    used: nodes.filter(isUse).map((node) => node.text),
    outputsUsed: [...text.matchAll(/(\w+)\.outputs\.(\w+)/g)].map(([, name, output]) => `${name}.${output}`),
    keysOf: (variable) => {
      const found = all('variable_declaration').find((node) => nameOf(node) === variable);
      return found ? keys(found.namedChild(1)) : [];
    },
  };
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* below(child);
}

const nameOf = (node: Node) => textOf(node.namedChild(0));
const textOf = (node: Node | null) => (node?.text ?? '').replace(/^'|'$/g, '');
const propertiesOf = (object: Node | null) =>
  object?.namedChildren.filter((child) => child.type === 'object_property') ?? [];
const keys = (object: Node | null) => propertiesOf(object).map(nameOf);

function parameterOf(node: Node): Parameter {
  const { previousNamedSibling: above } = node;
  const decorators = above?.type === 'decorators' ? above.text : '';
  const [, allowed] = /@allowed\(\[([^\]]*)\]\)/.exec(decorators) ?? [];
  return {
    name: nameOf(node),
    required: node.namedChildCount === 2,
    allowed: allowed?.split(',').map((text) => text.trim()),
  };
}

function moduleOf(node: Node): ModuleUse {
  const [body] = [...below(node)].filter(({ type, parent }) => type === 'object' && parent?.type !== 'object_property');
  const params = propertiesOf(body ?? null).find((property) => nameOf(property) === 'params');
  return { name: nameOf(node), path: textOf(node.namedChild(1)), given: keys(params?.namedChild(1) ?? null) };
}

/** A name in an expression: no key, no declaration, no function, no variable of a loop or lambda. */
function isUse(node: Node): boolean {
  const { parent } = node;
  if (node.type !== 'identifier' || !parent) return false;
  const isFirst = parent.namedChild(0)?.id === node.id;
  if (/_declaration$|^(object_property|for_statement|lambda_expression)$/.test(parent.type) && isFirst) return false;
  if (parent.type === 'call_expression' && isFirst) return false;
  if (parent.type === 'resource_expression' && !isFirst) return false;
  return !boundAround(node).includes(node.text);
}

/** What loops and lambdas around a name call their elements. */
function boundAround(node: Node): readonly string[] {
  const { parent } = node;
  if (!parent) return [];
  const isBinding = /^(for_statement|lambda_expression)$/.test(parent.type);
  return isBinding ? [nameOf(parent), ...boundAround(parent)] : boundAround(parent);
}

/** What a parameter file gives: its parameters with their values as they are written. */
export function valuesIn(name: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, 'infra/parameters', name), 'utf8');
  const lines = [...text.matchAll(/^param (\w+) = (.*)$/gm)];
  return new Map(lines.map(([, parameter = '', value = '']) => [parameter, value]));
}

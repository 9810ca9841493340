import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'

/** A source file as text; `path` is relative to the repository, with slashes. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** One import of a file; `from` is null when a dynamic import does not name its module literally. */
export interface Import {
  readonly from: string | null
  readonly kind: 'value' | 'type' | 'lazy'
}

/** What the architecture test asks of a file; `marks` are the things it may find in it, such as `enum` or `new Date()`. */
export interface Shape {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly marks: ReadonlySet<string>
  /** True when every statement hands on what other files export. */
  readonly isBarrel: boolean
}

/** Every source file below a folder of the repository, in order of path. */
export function readSources(root: string, folder: string): readonly Source[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => /\.(?:ts|[cm]?js|sh)$/.test(name)).map((name) => `${folder}/${name.split(sep).join('/')}`)
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Reads a file's shape with TypeScript's own parser. */
export function shapeOf({ path, text }: Source): Shape {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const marks = new Set<string>()
  const visit = (node: ts.Node): void => {
    imports.push(...importsOf(node))
    for (const mark of marksOf(node)) marks.add(mark)
    ts.forEachChild(node, visit)
  }
  visit(file)
  const isBarrel = file.statements.length > 0 && file.statements.every(handsOn)
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, marks, isBarrel }
}

function importsOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) return [{ from: literal(node.moduleSpecifier), kind: isTypeImport(node) ? 'type' : 'value' }]
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return [{ from: literal(node.moduleSpecifier), kind: node.isTypeOnly ? 'type' : 'value' }]
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return [{ from: literal(node.arguments[0]), kind: 'lazy' }]
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return [{ from: literal(node.argument.literal), kind: 'type' }]
  return []
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((one) => one.isTypeOnly)
}

function literal(node: ts.Node | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null
}

function handsOn(node: ts.Statement): boolean {
  return ts.isExportDeclaration(node) || ts.isImportDeclaration(node)
}

function marksOf(node: ts.Node): string[] {
  if (ts.isEnumDeclaration(node)) return ['enum']
  if (ts.isClassLike(node)) return [`class ${node.name?.text ?? ''}`]
  if (ts.isExportAssignment(node)) return ['default export']
  if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) return ['default export']
  if (ts.isExportSpecifier(node) && node.name.text === 'default') return ['default export']
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return ['new Date()']
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return ['Date()']
  if (ts.isPropertyAccessExpression(node)) return [node.getText()]
  if (ts.isIdentifier(node) && isName(node)) return [node.text]
  return []
}

/** False for the `x` of `a.x`, of `{ x: 1 }` and of a type's member. */
function isName(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) && parent.name === node)
}

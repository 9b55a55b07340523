// Checks every import against the table of walls.
import { allImports, type Import } from './imports.ts'
import type { Files } from './source-files.ts'
import { isUnder, type Row, rowOf } from './walls.ts'

/** Files that no row of the table owns. */
export function unownedFiles(files: Files): readonly string[] {
  return [...files.keys()]
    .filter((file) => rowOf(file) === undefined)
    .map((file) => `${file}: no row of the table owns it`)
}

/** Imports that a wall forbids, or that cannot be seen through, as `file:line: reason`. */
export function forbiddenImports(files: Files): readonly string[] {
  return allImports(files).flatMap((one) => {
    const row = rowOf(one.from)
    const reason = row && faultOf(one, row, files)
    return reason ? [`${one.from}:${one.line}: ${reason}`] : []
  })
}

function faultOf(one: Import, row: Row, files: Files): string | undefined {
  if (one.written === '') return isTool(row) ? undefined : 'the target of an import may not be computed'
  if (one.package !== undefined) {
    return mayUsePackage(one, row) ? undefined : `${row.owns} may not import the package ${one.package}`
  }
  const target = one.file ?? ''
  if (target.startsWith('..')) return `${one.written} lies outside the checkout`
  if (/\.(?:[cm]?[jt]s|[jt]sx)$/.test(target) && !files.has(target)) return `${one.written} does not exist`
  return mayUseFile(one, target, row) ? undefined : `${row.owns} may not import ${target}`
}

function mayUsePackage(one: Import, row: Row): boolean {
  const name = one.package ?? ''
  if (row.packages.includes(name.startsWith('node:') ? 'node:' : name)) return true
  return one.typeOnly && (row.types ?? []).includes(name)
}

function mayUseFile(one: Import, target: string, row: Row): boolean {
  // A row inside a row is a room with its own door: shared/placement/checker may not use shared/placement.
  const own = isUnder(target, row.owns)
  if (own || row.files.some((place) => isUnder(target, place))) return true
  return one.typeOnly && (row.typesOf ?? []).some((place) => isUnder(target, place))
}

// The build script picks its bundler and the tests their subjects at run time; the product never does.
function isTool(row: Row): boolean {
  return row.owns === 'electron/build' || row.owns === 'test'
}

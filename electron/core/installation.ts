// Finds what was shipped with the program: the built interface, the samples, the version.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export interface Installation {
  readonly rendererFolder: string
  readonly samplesFolder: string
  readonly version: string
}

const PackageSchema = z.looseObject({ version: z.string() })

/** Looks in `start` and the folders above it, since the same code runs from source, from a bundle and packaged. */
export function findInstallation(start: string): Installation {
  const root = rootAbove(start)
  const manifest = PackageSchema.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  return {
    rendererFolder: path.join(root, 'out', 'renderer'),
    samplesFolder: path.join(root, 'resources', 'samples'),
    version: manifest.version,
  }
}

function rootAbove(start: string): string {
  let folder = path.resolve(start)
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error(`No package.json above ${start}: the installation is incomplete.`)
    folder = parent
  }
  return folder
}

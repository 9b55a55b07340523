// Reading, saving, listing and watching files.
import path from 'node:path'
import { HostError } from '../../../shared/host/wire.ts'
import type { CallValue, Handlers } from '../dispatcher.ts'
import { browseFolder } from '../files/browse.ts'
import { checkedPath, isInside } from '../files/file-path.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readRevision } from '../files/git-revision.ts'
import { createPathQueue } from '../files/path-queue.ts'
import { readTextFile } from '../files/read-file.ts'
import type { Watcher } from '../files/watcher.ts'
import { saveFile } from '../files/write-file.ts'
import type { ClientId } from '../ports.ts'
import type { Settings } from '../store/settings.ts'

export interface FileParts {
  readonly fileSystem: FileSystem
  readonly watcher: Watcher
  readonly settings: Settings
  readonly homeFolder: string
  readonly dataFolder: string
}

export function fileHandlers(
  parts: FileParts,
): Pick<
  Handlers,
  'file.read' | 'file.readRevision' | 'file.write' | 'file.browse' | 'file.watch' | 'file.unwatch'
> {
  const { fileSystem, watcher, settings } = parts
  const oneByOne = createPathQueue()

  async function write(input: CallValue<'file.write'>, client: ClientId): Promise<{ hash: string }> {
    const file = checkedPath(input.path)
    if (isLibrary(file, parts.dataFolder))
      throw new HostError('forbidden', 'This is where Baton keeps unsaved work.')
    const { text, baseHash, overwrite } = input
    const replace = overwrite ? 'always' : 'unchanged'
    const hash = await oneByOne(file, () => saveFile(fileSystem, { path: file, text, baseHash, replace }))
    watcher.knows(client, file, hash)
    settings.setLastFolder(path.dirname(file))
    return { hash }
  }

  return {
    async 'file.read'(input, client) {
      const file = await readTextFile(fileSystem, checkedPath(input.path))
      watcher.knows(client, file.path, file.hash)
      settings.setLastFolder(path.dirname(file.path))
      return file
    },
    'file.readRevision': ({ path: file, revision }) => readRevision(checkedPath(file), revision),
    'file.write': write,
    async 'file.browse'(input) {
      if (input.path !== null) return browseFolder(fileSystem, checkedPath(input.path))
      const last = settings.lastFolder() ?? parts.homeFolder
      // The folder used last may be gone since.
      return browseFolder(fileSystem, last).catch(() => browseFolder(fileSystem, parts.homeFolder))
    },
    async 'file.watch'(input, client) {
      await watcher.watch(client, checkedPath(input.path))
      return {}
    },
    'file.unwatch'(input, client) {
      watcher.unwatch(client, checkedPath(input.path))
      return {}
    },
  }
}

// A document saved over the library would take everybody's unsaved work with it.
function isLibrary(file: string, dataFolder: string): boolean {
  const own = path.dirname(file) === dataFolder && path.basename(file).startsWith('library.')
  return own || isInside(file, path.join(dataFolder, 'run'))
}

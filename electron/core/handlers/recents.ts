// Recent files, with those that are gone marked as missing.
import { access } from 'node:fs/promises'
import path from 'node:path'
import type { Handlers } from '../dispatcher.ts'
import { checkedPath } from '../files/file-path.ts'
import type { Recents } from '../store/recents.ts'

export function recentsHandlers(
  recents: Recents,
): Pick<Handlers, 'recents.list' | 'recents.add' | 'recents.clear'> {
  return {
    async 'recents.list'() {
      const listed = recents.list().map(async (recent) => {
        const missing = await isMissing(recent.path)
        return { ...recent, name: path.basename(recent.path), missing }
      })
      return { recents: await Promise.all(listed) }
    },
    'recents.add'(input) {
      recents.add(checkedPath(input.path))
      return {}
    },
    'recents.clear'() {
      recents.clear()
      return {}
    },
  }
}

// A disk that does not answer (a network share that is away) must not hold up the list: not known is not missing.
async function isMissing(file: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 500)
  })
  const looked = access(file).then(
    () => false,
    () => true,
  )
  const answer = await Promise.race([looked, patience])
  clearTimeout(timer)
  return answer
}

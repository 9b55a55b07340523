// Pictures of the window, held against those that are kept. They are shown in the help, so that a change of looks is
// seen where it is made and by those who read.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

export const KEPT = new URL('../../../resources/help/images/screens/', import.meta.url).pathname

/** How much of a picture may differ. Less than a word: what remains is how two processors round a soft edge. */
const DIFFERENT = 0.0002

/** Pictures are written instead of compared. */
export const KEEPING = process.env['BATON_KEEP_SCREENS'] === '1'

/** What is wrong with a picture, in words; undefined where it is the one that is kept. */
export function compare(name: string, picture: Uint8Array): string | undefined {
  const file = path.join(KEPT, `${name}.png`)
  if (KEEPING) {
    mkdirSync(KEPT, { recursive: true })
    writeFileSync(file, picture)
    return undefined
  }
  if (!existsSync(file)) return `${name}: there is no picture to hold it against; npm run screens makes it`
  const [kept, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(Buffer.from(picture))]
  const { width, height } = kept
  if (width !== now.width || height !== now.height)
    return `${name}: another size, ${now.width} by ${now.height}`
  const marked = new PNG({ width, height })
  const different = pixelmatch(kept.data, now.data, marked.data, width, height, { threshold: 0.1 })
  if (different <= DIFFERENT * width * height) return undefined
  return `${name}: ${different} pixels differ, see ${write(name, picture, PNG.sync.write(marked))}`
}

function write(name: string, picture: Uint8Array, marked: Uint8Array): string {
  const folder = path.join(tmpdir(), 'baton-screens')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.png`), picture)
  const file = path.join(folder, `${name}.marked.png`)
  writeFileSync(file, marked)
  return file
}

// Reads the files to open from a command line, a double-click or another instance. Pure, and given untrusted words.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Files opened by one request; the rest of a longer list is left out. */
export const MAX_FILES = 50
const MAX_PATH = 4_096

/**
 * The absolute paths among `words`, without repeats. Words that begin with a dash are options and are skipped, up to
 * `--`, after which every word is a file. Addresses other than `file:` are not files. Never throws.
 */
export function filesFromWords(words: readonly unknown[], folder: string): readonly string[] {
  const files = new Set<string>()
  let optionsEnded = false
  for (const word of words) {
    if (typeof word !== 'string' || word === '') continue
    if (!optionsEnded && word === '--') {
      optionsEnded = true
      continue
    }
    if (!optionsEnded && word.startsWith('-')) continue
    const file = toPath(word, folder)
    if (file !== null) files.add(file)
    if (files.size === MAX_FILES) break
  }
  return [...files]
}

function toPath(word: string, folder: string): string | null {
  if (word.includes('\0')) return null
  const local = /^file:/i.test(word) ? fromFileAddress(word) : word
  // Two letters at least before the colon: `C:\…` is a drive, `https:…` an address.
  if (local === null || /^[a-z][a-z0-9+.-]+:/i.test(local)) return null
  const file = path.resolve(folder, local)
  return file.length > MAX_PATH ? null : file
}

function fromFileAddress(address: string): string | null {
  try {
    const file = fileURLToPath(address)
    return file.includes('\0') ? null : file
  } catch {
    return null
  }
}

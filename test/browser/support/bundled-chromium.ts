// The headless Chromium that the package @sparticuz/chromium carries, unpacked once into node_modules/.cache.
import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

export interface ChromiumBinary {
  readonly executablePath: string
  /** Environment variables that this browser needs on top of ours. */
  readonly variables: Readonly<Record<string, string>>
}

const UNPACK_LIMIT_MS = 120_000

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The packaged Chromium, ready to start; undefined where the package has none for this machine. */
export async function bundledChromium(): Promise<ChromiumBinary | undefined> {
  // The package carries one build: Linux on x64, linked against glibc.
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = await unpacked()
  return {
    executablePath: path.join(folder, 'chromium'),
    // The build needs NSS and expat, which a bare machine lacks.
    variables: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  }
}

// Unpacked beside its place and then renamed: a run that is killed half-way leaves no half browser behind, and two
// runs at once do not write into each other's files.
async function unpacked(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const home = path.resolve(path.dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const cache = path.join(root, 'node_modules/.cache/baton')
  const folder = path.join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(path.join(cache, 'unpacking-'))
  await unpack(entry, path.join(home, 'bin/al2023.tar.br'), staging)
  // Readable by everyone, so that tests may also run as another user than the one who unpacked.
  for (const part of ['.', 'chromium']) chmodSync(path.join(staging, part), 0o755)
  writeFileSync(path.join(staging, 'fonts.conf'), fontConfiguration(folder))
  try {
    renameSync(staging, folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

// The package unpacks into the temporary folder of its process, so it gets a process of its own. It brings its
// libraries along on Amazon's machines only; asking for them by name is what makes it run on any.
async function unpack(entry: string, libraries: string, target: string): Promise<void> {
  const program = `
    const { default: chromium, inflate } = await import(${JSON.stringify(pathToFileURL(entry).href)})
    await chromium.executablePath()
    await inflate(${JSON.stringify(libraries)})`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: target },
    timeout: UNPACK_LIMIT_MS,
  })
}

function fontConfiguration(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(folder, 'fonts')]
  const lines = folders.map((name) => `  <dir>${escapeXml(name)}</dir>`)
  const cache = `  <cachedir>${escapeXml(path.join(folder, 'font-cache'))}</cachedir>`
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...lines,
    cache,
    '</fontconfig>',
    '',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

// One host per data folder: the second one hands the files it was asked to open to the first, and ends.
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { filesFromWords } from '../core/launch-arguments.ts'
import { takeLifeLock } from '../core/store/life-lock.ts'

const AddressSchema = z.strictObject({ address: z.string(), secret: z.string() })
const RequestSchema = z.strictObject({ secret: z.string(), files: z.array(z.string()).max(100) })
const AnswerSchema = z.strictObject({ files: z.enum(['given', 'kept']), url: z.string() })

/** `given`: a window that is open has them. `kept`: the next window to open at `url` gets them. */
export type HandOver = z.output<typeof AnswerSchema>

export interface HostSeat {
  /** From now on, answers those who come later. */
  listen(onFiles: (files: readonly string[]) => HandOver): Promise<void>
  release(): void
}

const MAX_REQUEST = 1024 * 1024
const ANSWER_MS = 3_000

/** The seat, or null when a living host has it. */
export function takeSeat(dataFolder: string): HostSeat | null {
  const folder = runFolder(dataFolder)
  const lock = takeLifeLock(path.join(folder, 'host.life'))
  if (lock === null) return null
  let server: net.Server | undefined
  return {
    async listen(onFiles) {
      const address = socketAddress(folder)
      const secret = randomBytes(32).toString('base64url')
      server = net.createServer((socket) => answer(socket, secret, onFiles))
      await bind(server, address)
      writeFileSync(addressFile(folder), JSON.stringify({ address, secret }), { mode: 0o600 })
    },
    release() {
      rmSync(addressFile(folder), { force: true })
      server?.close()
      lock.release()
    },
  }
}

/** Gives `files` to the host that has the seat. Rejects when it does not answer. */
export async function handOver(dataFolder: string, files: readonly string[]): Promise<HandOver> {
  const { address, secret } = await readAddress(runFolder(dataFolder))
  const text = await ask(address, JSON.stringify({ secret, files }))
  return AnswerSchema.parse(JSON.parse(text))
}

function runFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, 'run')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

function addressFile(folder: string): string {
  return path.join(folder, 'host.json')
}

// Socket paths end at about 100 bytes; a data folder that is deeper gets its socket in the temporary folder.
function socketAddress(folder: string): string {
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\baton-${short}`
  const inside = path.join(folder, 'host.sock')
  if (Buffer.byteLength(inside) <= 100) return inside
  const outside = path.join(os.tmpdir(), `baton-${process.getuid?.() ?? 0}-${short}`)
  mkdirSync(outside, { recursive: true, mode: 0o700 })
  return path.join(outside, 'host.sock')
}

async function bind(server: net.Server, address: string): Promise<void> {
  const isFile = process.platform !== 'win32'
  // We hold the lock, so a socket that lies there belongs to a host that died.
  if (isFile) rmSync(address, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, resolve)
  })
  if (isFile) chmodSync(address, 0o600)
}

function answer(socket: net.Socket, secret: string, onFiles: (files: readonly string[]) => HandOver): void {
  let text = ''
  socket.setEncoding('utf8').setTimeout(ANSWER_MS, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', (part: string) => {
    text += part
    if (text.length > MAX_REQUEST) return socket.destroy()
    if (!text.includes('\n')) return
    const request = parseRequest(text)
    if (request?.secret !== secret) return socket.destroy()
    // Absolute already; read once more, because what comes over a socket is not to be trusted.
    socket.end(`${JSON.stringify(onFiles(filesFromWords(['--', ...request.files], path.sep)))}\n`)
  })
}

function parseRequest(text: string): z.output<typeof RequestSchema> | undefined {
  try {
    return RequestSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

// A host that has just taken the seat needs a moment before it listens.
async function readAddress(folder: string): Promise<z.output<typeof AddressSchema>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return AddressSchema.parse(JSON.parse(readFileSync(addressFile(folder), 'utf8')))
    } catch (error) {
      if (attempt === 30) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function ask(address: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(address, () => socket.write(`${request}\n`))
    let text = ''
    socket.setEncoding('utf8').setTimeout(ANSWER_MS, () => socket.destroy(new Error('no answer in time')))
    socket.on('data', (part: string) => (text += part))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
}

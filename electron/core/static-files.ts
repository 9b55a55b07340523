// Serves the built interface: one implementation for app:// in Electron and for the loopback host.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from './files/file-path.ts'
import { workerHeaders } from './security-headers.ts'

/** What is not on this list is not served, whatever lies in the folder. */
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.wasm', 'application/wasm'],
])

/** The analysis worker, as the build names it. */
const WORKER = /^\/assets\/analysis-worker-[\w-]+\.js$/

export interface StaticRequest {
  readonly method: string
  /** As it came over the wire, still escaped. */
  readonly pathname: string
}

/** Answers every request, a hostile one with a status. Reads nothing outside `root`. */
export async function serveStatic(
  root: string,
  request: StaticRequest,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers })
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const name = decode(request.pathname)
  if (name === null) return refuse(400)
  const file = path.resolve(root, `.${name === '/' ? '/index.html' : name}`)
  if (!isInside(file, root)) return refuse(403)
  const type = TYPES.get(path.extname(file))
  if (type === undefined) return refuse(404)
  try {
    const bytes = await readFile(file)
    const policy = WORKER.test(name) ? workerHeaders(headers) : headers
    const found = { ...policy, 'content-type': type, 'cache-control': caching(name) }
    return new Response(request.method === 'HEAD' ? null : bytes, { headers: found })
  } catch {
    return refuse(404)
  }
}

function decode(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname)
    return name.includes('\0') || name.includes('\\') ? null : name
  } catch {
    return null
  }
}

// Names in assets/ hold a hash of the content, so an old copy can never be the wrong one.
function caching(name: string): string {
  return name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
}

// Serving the interface: our files, with every header, and nothing beside them.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../electron/core/security-headers.ts'
import { serveStatic } from '../../electron/core/static-files.ts'
import { freshFolder } from './support/folders.ts'

function bundle(): string {
  const root = path.join(freshFolder(), 'renderer')
  mkdirSync(path.join(root, 'assets'), { recursive: true })
  writeFileSync(path.join(root, '../secret.json'), '{}')
  writeFileSync(path.join(root, 'index.html'), '<!doctype html>')
  writeFileSync(path.join(root, 'assets/app-1a2b.js'), '0')
  writeFileSync(path.join(root, 'assets/analysis-worker-1a2b.js'), '0')
  writeFileSync(path.join(root, 'app.js.map'), '0')
  return root
}

describe('static files', () => {
  const cases: readonly [method: string, pathname: string, status: number][] = [
    ['GET', '/', 200],
    ['GET', '/index.html', 200],
    ['HEAD', '/index.html', 200],
    ['GET', '/assets/app-1a2b.js', 200],
    ['POST', '/', 405],
    ['GET', '/nothing.html', 404],
    ['GET', '/assets', 404],
    ['GET', '/app.js.map', 404],
    ['GET', '/../secret.json', 403],
    ['GET', '/..%2fsecret.json', 403],
    ['GET', '/%2e%2e/secret.json', 403],
    ['GET', '/assets/../../secret.json', 403],
    ['GET', '/..%5csecret.json', 400],
    ['GET', '/%zz', 400],
    ['GET', '/index.html%00.js', 400],
  ]
  for (const [method, pathname, status] of cases) {
    it(`${method} ${pathname} is ${status}, with every security header`, async () => {
      const answer = await serveStatic(bundle(), { method, pathname }, securityHeaders("'self'"))
      expect(answer.status).toBe(status)
      for (const [name, value] of Object.entries(securityHeaders("'self'"))) {
        expect(answer.headers.get(name)).toBe(value)
      }
    })
  }

  it('lets the analysis worker compile WebAssembly, and nothing else', async () => {
    const root = bundle()
    const policy = async (pathname: string): Promise<string | null> =>
      (await serveStatic(root, { method: 'GET', pathname }, securityHeaders("'self'"))).headers.get(
        'content-security-policy',
      )
    const strict = await policy('/')
    expect(strict).not.toContain('wasm')
    expect(await policy('/assets/app-1a2b.js')).toBe(strict)
    expect((await policy('/assets/analysis-worker-1a2b.js'))?.split('; ')).toEqual(
      strict
        ?.split('; ')
        .map((rule) => (rule.startsWith('script-src ') ? `${rule} 'wasm-unsafe-eval'` : rule)),
    )
  })

  it('lets browsers keep what bears a hash in its name, and nothing else', async () => {
    const root = bundle()
    const keep = async (pathname: string): Promise<string | null> =>
      (await serveStatic(root, { method: 'GET', pathname }, {})).headers.get('cache-control')
    expect(await keep('/index.html')).toBe('no-store')
    expect(await keep('/assets/app-1a2b.js')).toContain('immutable')
  })
})

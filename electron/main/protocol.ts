// Serves the built interface under app://bundle, so that no page ever runs from file:// or from the network.
import type { Protocol } from 'electron'
import { securityHeaders } from '../core/security-headers.ts'
import { serveStatic } from '../core/static-files.ts'
import { APP_HOST, APP_SCHEME } from './policy/addresses.ts'

/** Must be called before the app is ready, and once. */
export function declareScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

/** Must be called after the app is ready. */
export function serveInterface(protocol: Pick<Protocol, 'handle'>, rendererFolder: string): void {
  const headers = securityHeaders("'self'")
  protocol.handle(APP_SCHEME, ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (host !== APP_HOST) return new Response(null, { status: 404, headers })
    return serveStatic(rendererFolder, { method, pathname }, headers)
  })
}

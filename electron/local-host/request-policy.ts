// Decides from its headers alone whether a request comes from our own page. Pure, so that every attack is a table row.
import type { IncomingHttpHeaders } from 'node:http'

export interface OwnAddress {
  /** `h<16 hex>.localhost:<port>` */
  readonly host: string
  /** `http://` and the host. */
  readonly origin: string
}

export interface RequestFacts {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * False for every request that another site, another local program's page or a rebound name could have caused.
 * The exact Host stops DNS rebinding; Origin and Sec-Fetch-Site stop pages of other origins, other ports included.
 */
export function isOwnRequest({ method, headers }: RequestFacts, own: OwnAddress): boolean {
  if (headers.host !== own.host) return false
  if (headers.origin !== undefined && headers.origin !== own.origin) return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // The way in: the browser opens our page from the redirect file. It shows static files and nothing else.
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  )
}

/** A request that may change something must say where it comes from; only browsers under attack leave it out. */
export function isOwnWrite(facts: RequestFacts, own: OwnAddress): boolean {
  return isOwnRequest(facts, own) && facts.headers.origin === own.origin
}

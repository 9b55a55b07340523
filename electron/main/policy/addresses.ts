// Tells our own pages from all others, and the few outside addresses that may be handed to the system.

export const APP_SCHEME = 'app'
export const APP_HOST = 'bundle'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** True for a page of ours. An address with a user name in it (`app://bundle@elsewhere/`) is not. */
export function isOwnPage(address: string): boolean {
  const url = parse(address)
  // `origin` is "null" for schemes of our own, so it is put together here.
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN && url.username === ''
}

/** The address in its normal form if the system may open it: https: and mailto:, nothing else. */
export function externalAddress(address: string): string | null {
  const url = parse(address)
  if (url === null) return null
  return url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : null
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

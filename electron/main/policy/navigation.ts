// What happens when a page wants to go somewhere.
import { externalAddress, isOwnPage } from './addresses.ts'

export type Navigation =
  | { readonly kind: 'allow' }
  | { readonly kind: 'deny'; readonly openOutside: string | null }

/** Our own pages are shown; https and mailto open outside if the whole window wanted to go there; nothing else. */
export function judgeNavigation(address: string, frame: 'main' | 'sub'): Navigation {
  if (isOwnPage(address)) return { kind: 'allow' }
  return { kind: 'deny', openOutside: frame === 'main' ? externalAddress(address) : null }
}

// What a page may ask of the system. Electron grants everything unless told otherwise; here nothing is, but for two.
import { isOwnPage } from './addresses.ts'

const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

export function mayHave(permission: string, page: string): boolean {
  return ALLOWED.has(permission) && isOwnPage(page)
}

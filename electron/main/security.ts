// Wires the policies into Electron: what pages may ask for, where they may go, what they may open.
import type { App, Session, WebContents } from 'electron'
import { externalAddress } from './policy/addresses.ts'
import { judgeNavigation } from './policy/navigation.ts'
import { mayHave } from './policy/permissions.ts'

type SessionDoors = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

export function hardenSession(session: SessionDoors): void {
  session.setPermissionRequestHandler((page, permission, answer) =>
    answer(mayHave(permission, page.getURL())),
  )
  session.setPermissionCheckHandler((_page, permission, origin) => mayHave(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

interface NavigationDetails {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

/** Covers every page there will ever be, not only those of our own windows. */
export function hardenPages(app: Pick<App, 'on'>, openOutside: (url: string) => void): void {
  const guard = (details: NavigationDetails): void => {
    const verdict = judgeNavigation(details.url, details.isMainFrame ? 'main' : 'sub')
    if (verdict.kind === 'allow') return
    // The event that is passed in, never one from outside: a guard that stops the wrong event stops nothing.
    details.preventDefault()
    if (verdict.openOutside !== null) openOutside(verdict.openOutside)
  }
  app.on('web-contents-created', (_event, page: WebContents) => {
    page.on('will-navigate', guard)
    page.on('will-redirect', guard)
    page.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame) guard(details)
    })
    page.on('will-attach-webview', (event) => event.preventDefault())
    page.setWindowOpenHandler(({ url }) => {
      const outside = externalAddress(url)
      if (outside !== null) openOutside(outside)
      return { action: 'deny' }
    })
  })
}

// The emulation must not know names that Electron does not have: checked by the compiler against electron.d.ts.
// A method that Electron drops or renames makes `npm run types` fail here.
import type * as Electron from 'electron'
import type * as Fake from './electron-fake.ts'

/** Names that exist for the tests and not for the app. */
type OwnOfApp = 'paths' | 'ready' | 'isQuitting' | 'end' | 'name' | 'isPackaged'
type OwnOfWindow = 'options' | 'bounds' | 'edited' | 'maximized' | 'menuBar' | 'shown' | 'loaded' | 'title'
type OwnOfContents = 'url' | 'driver' | 'openHandler' | 'destroyed' | 'invoke'

/** The names in A that B lacks; `never` when there are none. */
type Missing<A, B, Own = never> = Exclude<keyof A, keyof B | Own>

/** Compiles for `never` alone, and names what is too much otherwise. */
type MustBeNone<Names extends never> = Names

export type Drift = [
  MustBeNone<Missing<typeof Fake.realApp, Electron.App, OwnOfApp>>,
  MustBeNone<Missing<Fake.BrowserWindow, Electron.BrowserWindow, OwnOfWindow>>,
  MustBeNone<Missing<Fake.WebContents, Electron.WebContents, OwnOfContents>>,
  MustBeNone<Missing<typeof Fake.ipcMain, Electron.IpcMain>>,
  MustBeNone<Missing<typeof Fake.protocol, Electron.Protocol>>,
  MustBeNone<Missing<typeof Fake.session.defaultSession, Electron.Session>>,
  MustBeNone<Missing<typeof Fake.shell, Electron.Shell>>,
  MustBeNone<Missing<typeof Fake.dialog, Electron.Dialog>>,
  MustBeNone<Missing<typeof Fake.screen, Electron.Screen>>,
  MustBeNone<Missing<typeof Fake.Menu, typeof Electron.Menu>>,
  MustBeNone<Missing<typeof Fake.powerMonitor, Electron.PowerMonitor>>,
  MustBeNone<Missing<Fake.WindowOptions, Electron.BrowserWindowConstructorOptions>>,
  // @ts-expect-error -- the check itself: a name that Electron does not have is refused.
  MustBeNone<Missing<{ readonly isMadeUp: true }, Electron.App>>,
]

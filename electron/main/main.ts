// The Electron app. The only file with effects at the top; everything else is given the Electron objects it uses.
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dataFolder } from '../core/data-folder.ts'
import { findInstallation } from '../core/installation.ts'
import { runApp } from './app.ts'
import { collectFiles, ownFiles } from './lifecycle.ts'
import type { LaunchFiles } from './lifecycle.ts'
import { declareScheme, serveInterface } from './protocol.ts'
import { hardenPages, hardenSession } from './security.ts'

// Nothing may be awaited before these: they only work before the app is ready.
app.enableSandbox()
declareScheme(protocol)
const folder = dataFolder({ platform: process.platform, home: os.homedir(), variables: process.env })
// The library is shared with the browser host; what Chromium keeps for itself has a folder of its own.
const chromiumFolder = path.join(folder, 'electron')
mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
app.setPath('userData', chromiumFolder)
const files = ownFiles(process.argv, app.isPackaged, process.cwd())
if (app.requestSingleInstanceLock({ files })) void start(collectFiles(app, files))
else app.quit()

async function start(launchFiles: LaunchFiles): Promise<void> {
  hardenPages(app, (url) => void shell.openExternal(url))
  await app.whenReady()
  hardenSession(session.defaultSession)
  const installation = findInstallation(app.getAppPath())
  serveInterface(protocol, installation.rendererFolder)
  runApp({
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    powerMonitor,
    screen,
    shell,
    setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate([...template])),
    platform: process.platform,
    preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
    dataFolder: folder,
    installation,
    launchFiles,
  })
}

// The menu of the operating system. It is seen on macOS only; elsewhere the window draws its own menu bar.
import type { MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  /** To the window in front. */
  readonly send: (id: string) => void
  readonly openWindow: () => void
}

/** Command ids are those of the app's own command table; the window decides what they do. */
export function menuTemplate(
  platform: string,
  appName: string,
  { send, openWindow }: MenuActions,
): readonly MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const command = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    // Elsewhere the page takes the keys itself; registered twice, one press would act twice.
    registerAccelerator: isMac,
    click: () => send(id),
  })
  return [
    ...(isMac ? [{ label: appName, role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        command('file.new', 'New', 'CmdOrCtrl+N'),
        // No page takes these keys, so they are registered on every system.
        { label: 'New Window', accelerator: 'Shift+CmdOrCtrl+N', click: openWindow },
        command('file.open', 'Open…', 'CmdOrCtrl+O'),
        { type: 'separator' },
        command('file.save', 'Save', 'CmdOrCtrl+S'),
        command('file.saveAs', 'Save As…', 'Shift+CmdOrCtrl+S'),
        command('file.export.policy', 'Export Policy…', 'CmdOrCtrl+E'),
        command('file.export.svg', 'Export Drawing…'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        command('edit.undo', 'Undo', 'CmdOrCtrl+Z'),
        command('edit.redo', 'Redo', 'Shift+CmdOrCtrl+Z'),
        { type: 'separator' },
        // Roles, so that they work in every text field.
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        command('help.palette', 'Command Palette…', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: 'Window', role: 'windowMenu' },
    {
      label: 'Help',
      role: 'help',
      submenu: [command('help.shortcuts', 'Keyboard Shortcuts', 'CmdOrCtrl+/')],
    },
  ]
}

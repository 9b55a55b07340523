// The native menu names commands of the interface: every one of them must be in its table.
import { expect, it } from 'vitest'
import { menuTemplate } from '../../electron/main/menu.ts'
import { COMMANDS } from '../../renderer/commands/index.ts'

it.each(['darwin', 'linux'])(
  'every command of the menu on %s is in the table of the interface',
  (platform) => {
    const sent: string[] = []
    const template = menuTemplate(platform, 'Baton', {
      send: (id) => sent.push(id),
      openWindow: () => undefined,
    })
    const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    for (const { click } of items) (click as (() => void) | undefined)?.()
    const known = new Set(COMMANDS.map(({ id }) => id))
    expect(sent.length).toBeGreaterThan(8)
    expect(sent.filter((id) => !known.has(id))).toEqual([])
  },
)

// Settings, as the window sees them.
import { z } from 'zod'
import { HostError } from '../../../shared/host/wire.ts'
import type { Handlers } from '../dispatcher.ts'
import type { Settings } from '../store/settings.ts'

const JsonSchema = z.json()

export function settingsHandlers(settings: Settings): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    'settings.read'() {
      const entries = [...settings.read()].map(
        ([key, json]) => [key, JsonSchema.parse(JSON.parse(json))] as const,
      )
      return { settings: Object.fromEntries(entries) }
    },
    'settings.write'(input) {
      // No object can carry this key across the wire, so it could be written but never read.
      if (input.key === '__proto__') throw new HostError('bad-input', 'A setting cannot have this name.')
      settings.write(input.key, JSON.stringify(input.value))
      return {}
    },
  }
}

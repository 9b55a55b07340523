// One text per place, so that places can be keys of maps and parts of ids.
import type { Place } from '../../shared/model/handoff.ts'

/** The same text for the same place: `before:large_refund`, `on:t4`, `start:start`. */
export function placeKey(place: Place): string {
  if ('before' in place) return `before:${place.before}`
  return 'on' in place ? `on:${place.on}` : `start:${place.start}`
}

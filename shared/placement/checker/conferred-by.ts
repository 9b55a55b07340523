// What a strength is worth to the checker.
import type { Authority, Strength } from '../../model/scales.ts'

/** What a strength confers where it is asked: to be told is not to consent. */
export function conferredBy(strength: Strength): Authority {
  switch (strength) {
    case 'two-person':
      return 3
    case 'approve':
      return 2
    case 'confirm':
      return 1
    case 'notify':
      return 0
  }
}

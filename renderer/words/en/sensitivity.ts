// Words of the panel that says what the placement hangs on.
export const sensitivity = {
  title: 'What decides where people are asked',
  about:
    'Each tag is given every other value, one at a time, and the placement is worked out again. Two tags that are wrong at once are not tried.',
  working: (done: number, total: number) =>
    total === 0 ? 'Trying other values…' : `Trying other values: ${done} of ${total}`,
  stop: 'Stop',
  again: 'Try again',
  begin: 'Work it out',
  stopped: 'Stopped before all values were tried.',
  failed: (why: string) => `This could not be worked out: ${why}`,
  stale: 'of the revision before your last edit',
  counts: (effects: number, tried: number) =>
    effects === 1
      ? `1 of ${tried} other values would change something`
      : `${effects} of ${tried} other values would change something`,
  unproven: (unproven: number, tried: number) =>
    `for ${unproven} of ${tried} the placement is good but not proven the cheapest, so that less might move than is said`,
  mark: 'Mark on the canvas',
  untaggedTitle: 'Not said yet',
  untaggedNone: 'Every tag that matters is set.',
  tagFirst: 'Tag this first',
  effectsTitle: 'If a tag is wrong',
  effectsNone: 'No other value of a single tag would move, add or drop a handoff.',
  more: (n: number) => (n === 1 ? '1 other value' : `${n} other values`),
  fewer: 'Fewer',
  uncovers: 'opens a gap',
  minutes: (text: string, sign: 'more' | 'less') => (sign === 'more' ? `+${text}` : `−${text}`),
  range: (least: string, most: string) => (least === most ? `${least} min` : `${least} to ${most} min`),
  same: 'no minutes',
  markDecides: 'The placement hangs on a tag of this step',
  markUntagged: 'Nobody has said what this step weighs, and the placement hangs on it',
} as const

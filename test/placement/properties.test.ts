// The properties of properties.ts, each on thousands of random workflows; and σ over its whole lattice (I3).
import { describe, expect, it } from 'vitest'
import { testProperties } from './every-property.ts'
import { PROPERTIES } from './properties.ts'
import { PROFILE_NAMES, profileOf } from '../../shared/model/profile.ts'
import { requiredDemand } from '../../shared/placement/strength.ts'
import type { Level, Reversibility } from '../../shared/model/scales.ts'

// The others are in `properties-rest.test.ts`.
testProperties(PROPERTIES.filter((_, index) => index % 2 === 0))

describe.each(PROFILE_NAMES)('I3: required strength under the profile %s', (name) => {
  const PROFILE = profileOf({ extends: name })
  const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]
  const AXES = { level: 5, reversibility: 4, external: 2, security: 2, volume: 4, pending: 5 } as const
  type Point = Record<keyof typeof AXES, number>

  it('never falls when any tag rises, over the whole lattice', () => {
    let compared = 0
    const falls: Point[] = []
    for (const point of points()) {
      for (const axis of Object.keys(AXES) as (keyof typeof AXES)[]) {
        if (point[axis] + 1 >= AXES[axis]) continue
        compared++
        if (demandAt({ ...point, [axis]: point[axis] + 1 }) < demandAt(point)) falls.push(point)
      }
    }
    expect(compared).toBe(6560)
    expect(falls).toEqual([])
  })

  function points(): Point[] {
    return (Object.keys(AXES) as (keyof typeof AXES)[]).reduce<Point[]>(
      (all, axis) =>
        all.flatMap((p) => Array.from({ length: AXES[axis] }, (_, value) => ({ ...p, [axis]: value }))),
      [{ level: 0, reversibility: 0, external: 0, security: 0, volume: 0, pending: 0 }],
    )
  }

  function demandAt({ level, reversibility, external, security, volume, pending }: Point): number {
    const consequence = {
      level: LEVELS[level] ?? 0,
      reversibility: reversibility as Reversibility,
      external: external === 1,
      security: security === 1,
      volume: 10 ** volume,
    }
    return requiredDemand({ id: 'act', kind: 'action', name: '', consequence }, LEVELS[pending] ?? 0, PROFILE)
  }
})

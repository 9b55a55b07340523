// What holds for every run of every workflow, whatever people do.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Workflow } from '../../shared/model/workflow.ts'
import { blocks } from '../../shared/placement/grants.ts'
import { availableChoices, startRun, step } from '../../shared/simulate/engine.ts'
import { logOf } from '../../shared/simulate/log.ts'
import { playScript, recordRun } from '../../shared/simulate/scenario.ts'
import { MAX_EVENTS } from '../../shared/simulate/types.ts'
import type { Choice, RunState } from '../../shared/simulate/types.ts'
import { anyWorkflow } from './build.ts'

const seed = fc.integer({ min: 0, max: 0xffff_ffff })
const picks = fc.array(fc.nat(20), { maxLength: 120 })
const LONG = { numRuns: 400 }

/** All states of a run in which `picks` chooses among what is open, and the odds go on after them. */
function walk(workflow: Workflow, runSeed: number, chosen: readonly number[], most = 400): RunState[] {
  const states = [startRun(workflow, { seed: runSeed })]
  for (let i = 0; i < most; i++) {
    const state = states.at(-1)!
    if (state.status === 'ended') break
    states.push(step(workflow, state, pick(workflow, state, chosen[i])))
  }
  return states
}

function pick(workflow: Workflow, state: RunState, index: number | undefined): Choice {
  const open = availableChoices(workflow, state)
  return open.length === 0 || index === undefined ? { kind: 'odds' } : open[index % open.length]!.choice
}

describe('every run', () => {
  test('is the same for the same seed and choices', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, picks, (workflow, runSeed, chosen) => {
        // A copy shares no index with the original, so that nothing remembered can be what makes them alike.
        const again = walk(structuredClone(workflow), runSeed, chosen)
        const first = walk(workflow, runSeed, chosen)
        expect(again.length).toBe(first.length)
        expect(again.at(-1)).toEqual(first.at(-1))
      }),
      LONG,
    )
  })

  test('ends, when the odds decide everything, after a bounded number of events', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, fc.constantFrom(0, 0.3, 1), (workflow, runSeed, silent) => {
        let state = startRun(workflow, { seed: runSeed, people: { reject: (1 - silent) / 2, silent } })
        for (let i = 0; i <= MAX_EVENTS && state.status !== 'ended'; i++)
          state = step(workflow, state, { kind: 'odds' })
        expect(state.status).toBe('ended')
        expect(state.outcome).toBeDefined()
      }),
      { numRuns: 150 },
    )
  })

  test('ends or waits for a person, when nobody chooses', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, (workflow, runSeed) => {
        let state = startRun(workflow, { seed: runSeed })
        while (state.status === 'running') state = step(workflow, state)
        expect(step(workflow, state)).toBe(state)
        expect(state.waiting.length > 0).toBe(state.status === 'waiting')
      }),
      { numRuns: 150 },
    )
  })

  test('keeps its tokens in order: ids are unique, places exist, and every question belongs to one', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, picks, (workflow, runSeed, chosen) => {
        const steps = new Set(workflow.steps.map(({ id }) => id))
        for (const state of walk(workflow, runSeed, chosen)) {
          const ids = state.tokens.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(state.tokens.every(({ at }) => steps.has(at))).toBe(true)
          expect(state.waiting.every(({ token }) => ids.includes(token))).toBe(true)
          expect(state.status === 'ended' ? ids.length : 0).toBe(0)
        }
      }),
      LONG,
    )
  })

  test('never goes back in time, and survives being written down', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, picks, (workflow, runSeed, chosen) => {
        const states = walk(workflow, runSeed, chosen, 60)
        for (const [i, state] of states.entries())
          expect(state.minutes).toBeGreaterThanOrEqual(states[i - 1]?.minutes ?? 0)
        const last = states.at(-1)!
        const copy = JSON.parse(JSON.stringify(last)) as RunState
        expect(step(workflow, copy, pick(workflow, copy, 3))).toEqual(
          last.status === 'ended' ? last : step(workflow, last, pick(workflow, last, 3)),
        )
      }),
      LONG,
    )
  })

  test('is the same run when it is recorded and played again', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, picks, (workflow, runSeed, chosen) => {
        const states = walk(workflow, runSeed, chosen, 1000)
        fc.pre(states.at(-1)!.status === 'ended')
        const played = playScript(workflow, recordRun(states.at(-1)!), { seed: runSeed })
        expect(played.used).toBe(played.script.length)
        expect(played.state).toEqual(states.at(-1))
      }),
      { numRuns: 150 },
    )
  })

  test('enters no step more often than the handoffs before it, and on the way to it, were answered with yes', () => {
    fc.assert(
      fc.property(anyWorkflow, seed, picks, (workflow, runSeed, chosen) => {
        const answered = new Map<string, number>()
        const entered = new Map<string, number>()
        const states = walk(workflow, runSeed, chosen)
        for (const [i, after] of states.entries()) {
          const before = states[i - 1]
          if (!before) continue
          for (const id of answeredYes(before, after)) answered.set(id, (answered.get(id) ?? 0) + 1)
          for (const key of enteredNow(workflow, before, after)) entered.set(key, (entered.get(key) ?? 0) + 1)
          for (const handoff of workflow.handoffs.filter(blocks)) {
            const key = JSON.stringify('start' in handoff.at ? { before: handoff.at.start } : handoff.at)
            expect(entered.get(key) ?? 0, `${handoff.id} ${key}`).toBeLessThanOrEqual(
              answered.get(handoff.id) ?? 0,
            )
          }
        }
      }),
      { numRuns: 600 },
    )
  })
})

function entriesOf(before: RunState, after: RunState) {
  return logOf(after).slice(logOf(before).length)
}

/** Handoffs whose question was settled with a yes by this event. */
function answeredYes(before: RunState, after: RunState): string[] {
  return entriesOf(before, after).flatMap(({ choice }) => {
    if (choice?.kind !== 'decide' || !['approve', 'respond', 'edit'].includes(choice.decision)) return []
    const asked = (state: RunState) =>
      state.waiting.filter(({ handoff }) => handoff === choice.handoff).length
    return asked(after) < asked(before) ? [choice.handoff] : []
  })
}

/** Places of handoffs that were walked past by this event: the step entered, and the transition it was entered by. */
function enteredNow(workflow: Workflow, before: RunState, after: RunState): string[] {
  const entry = entriesOf(before, after).find(({ kind }) => kind === 'enter')
  if (!entry) return []
  const places = [JSON.stringify({ before: entry.step })]
  const isJoin = workflow.steps.find(({ id }) => id === entry.step)?.kind === 'join'
  const token = before.tokens.find((each) => {
    const now = after.tokens.find(({ id }) => id === each.id)
    return each.at === entry.step && each.stage === 'arriving' && now?.stage !== 'arriving'
  })
  return token?.via !== undefined && !isJoin ? [...places, JSON.stringify({ on: token.via })] : places
}

// What has to hold between the rules, and random workflows in which they have much to say.
import fc from 'fast-check'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'

/** Accepting a risk no longer opens what it was about; splitting a step shows that what stood before it covered nothing. */
const OPENS: ReadonlySet<string> = new Set(['X21', 'X22', 'S10'])

/** Random workflows with everything that the rules look at: retries, waits, artefacts, evidence, exits for a "no". */
export const anyWorkflow = fc
  .tuple(
    arbitraryWorkflow({ steps: [2, 7], more: 5, gates: 4, exceptions: true }),
    fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }),
  )
  .map(([workflow, dice]) => dressed(workflow, dice))

/** A budget may take more than one of its buttons. */
const SEVERAL: ReadonlySet<string> = new Set(['X5'])

/** What a finding wants of the gate that it stands at. */
function wants({ rule, kind, fixes = [], place }: Finding): 'go' | 'lower' | 'raise' | 'move' | undefined {
  if (!('handoff' in place) && !('step' in place)) return undefined
  const [first] = fixes
  const change = first?.command['type'] === 'updateHandoff' || first?.command['type'] === 'updateSteps'
  const set = change ? (first.command['set'] as Record<string, unknown>) : {}
  if (rule === 'X18') return 'raise'
  if (rule === 'X12' || rule === 'X4') return 'move'
  if (kind !== 'remove') return undefined
  if ('at' in set || rule === 'X3') return 'move'
  return 'strength' in set ? 'lower' : 'go'
}

/** Gates of which two findings want things that cannot both be. */
export function contradictions(workflow: Workflow): string[] {
  const said = new Map<string, string[]>()
  const { findings, placement } = analyse(workflow)
  for (const finding of findings) {
    const want = wants(finding)
    if (want) said.set(placeOf(finding), [...(said.get(placeOf(finding)) ?? []), `${finding.rule} ${want}`])
  }
  const raised = placement.handoffs.flatMap((suggested) =>
    workflow.handoffs
      .filter(
        (h) =>
          JSON.stringify(h.at) === JSON.stringify(suggested.at) &&
          (h.kind === 'approval' || h.kind === 'sign-off'),
      )
      .filter(() => suggested.kind === 'approval' || suggested.kind === 'sign-off')
      .map(({ id }) => `handoff ${id}`),
  )
  for (const place of raised) said.set(place, [...(said.get(place) ?? []), 'placement raise'])
  return [...said].flatMap(([place, all]) =>
    new Set(all.map((one) => one.split(' ')[1])).size > 1 ? [`${place}: ${all.join(', ')}`] : [],
  )
}

/** Buttons that are refused, leave their finding standing, or open what was covered. */
export function brokenFixes(workflow: Workflow): string[] {
  const before = analyse(workflow)
  return before.findings.flatMap((finding) =>
    (finding.fixes ?? []).flatMap((fix) => {
      const after = applyCommand(workflow, fix.command as unknown as Command)
      const name = `${finding.id} “${fix.title}”`
      if (!after.ok) return [`${name} is refused: ${after.faults.map(({ message }) => message).join(' ')}`]
      const analysis = analyse(after.value)
      return [
        ...(!SEVERAL.has(finding.rule) && analysis.findings.some(({ id }) => id === finding.id)
          ? [`${name} leaves it`]
          : []),
        ...(OPENS.has(finding.rule) ? [] : newlyOpen(before, analysis)).map((id) => `${name} opens ${id}`),
      ]
    }),
  )
}

/** What is open after every suggestion is placed and every gate that can go has gone. */
export function openedByAll(workflow: Workflow): string[] {
  const before = analyse(workflow)
  const placed = applyCommand(workflow, acceptCommand(workflow, before.placement.handoffs))
  if (!placed.ok) return placed.faults.map(({ message }) => message)
  const removals = before.findings.filter(({ kind, fixes }) => kind === 'remove' && fixes && fixes.length > 0)
  let next = placed.value
  const first = analyse(next)
  if (!first.covered && first.placement.impossible.length === 0)
    return first.counterexamples.map(({ action }) => `${action} is open with every suggestion placed`)
  for (const finding of removals) {
    // What was found in the document as it was may have gone by now; what is left is removed for as long as it is found.
    const still = analyse(next).findings.find(({ id }) => id === finding.id)
    const [fix] = still?.fixes ?? []
    if (!fix) continue
    const after = applyCommand(next, fix.command as unknown as Command)
    if (!after.ok) return [`${finding.id} is refused`]
    next = after.value
  }
  return newlyOpen(first, analyse(next)).map((action) => `${action} is open after every removal`)
}

function newlyOpen(before: Analysis, after: Analysis): string[] {
  const open = new Set(before.counterexamples.map(({ action }) => action))
  return after.counterexamples.map(({ action }) => action).filter((action) => !open.has(action))
}

function placeOf({ place }: Finding): string {
  return Object.entries(place).flat().join(' ')
}

function dressed(workflow: Workflow, dice: readonly number[]): Workflow {
  let next = 0
  const die = (sides: number): number => dice[next++ % dice.length]! % sides
  const artefact = (): string => ['letter', 'file'][die(2)]!
  const steps = workflow.steps.map((step): Step => {
    if (step.kind === 'start' || step.kind === 'end') return step
    return {
      ...step,
      ...(die(4) === 0 ? { idempotent: die(2) === 0 } : {}),
      ...(die(6) === 0 ? { retry: die(3) === 0 ? {} : { max: die(9) } } : {}),
      ...(die(5) === 0 ? { uses: [artefact()] } : {}),
      ...(die(5) === 0 ? { produces: [artefact()] } : {}),
      ...(step.kind === 'step' && die(3) === 0
        ? { kind: 'wait', duration: `P${1 + die(3)}D`, changesState: die(2) === 0 }
        : {}),
    }
  })
  const handoffs = workflow.handoffs.map((handoff) => ({
    ...handoff,
    ...(die(3) === 0 ? { expires: 'PT24H' } : {}),
    ...(die(3) === 0 ? { binding: 'args-hash' } : {}),
    ...(die(3) === 0 ? { pinned: true } : {}),
    ...(die(2) === 0 ? { timeout: { after: 'PT4H', then: 'abort' as const }, onReject: { to: null } } : {}),
    ...(die(3) === 0 ? { evidence: [{ id: die(2) === 0 ? artefact() : steps[die(steps.length)]!.id }] } : {}),
  }))
  const transitions = workflow.transitions.map((way) =>
    die(8) === 0 ? { ...way, kind: (['retry', 'timeout', 'error', 'reject'] as const)[die(4)]! } : way,
  )
  const ends =
    die(3) === 0
      ? [{ id: 'stopped', kind: 'end' as const, name: 'Stopped', outcome: 'stopped' as const }]
      : []
  return { ...workflow, steps: [...steps, ...ends], handoffs, transitions }
}

// A certificate that was changed anywhere is refused; and a counterexample is as short as any.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryWorkflow } from './arbitrary.ts'
import { demandsOf, isLive, reached, walked } from './definitions.ts'
import { standingGates } from './oracle.ts'
import { withHandoffs } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { certifiedHash } from '../../shared/document/meaning.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { CertificateSchema } from '../../shared/model/placement.ts'
import type { Certificate } from '../../shared/model/placement.ts'
import type { Authority } from '../../shared/model/scales.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { verify } from '../../shared/placement/checker/verify.ts'

const large = arbitraryWorkflow({ steps: [2, 10], more: 6, gates: 4, exceptions: true })

interface Lie {
  readonly field: string
  readonly certificate: Certificate
}

test('a certificate is refused whichever field was changed', () => {
  const caught = new Map<string, number>()
  fc.assert(
    fc.property(large, (workflow) => {
      const { placement, certificate } = analyse(workflow)
      const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
      const options = { workflowHash: certifiedHash(workflow) }
      expect(verify(placed, certificate, options)).toEqual({ covered: true, faults: [] })
      for (const lie of lies(placed, certificate)) {
        expect(CertificateSchema.safeParse(lie.certificate).success).toBe(true)
        expect({ lie, refused: !verify(placed, lie.certificate, options).covered }).toEqual({
          lie,
          refused: true,
        })
        caught.set(lie.field, (caught.get(lie.field) ?? 0) + 1)
      }
    }),
    { numRuns: 300 },
  )
  const fields = Object.keys(CertificateSchema.shape).filter(
    // Fixed texts, which the schema refuses; and the accepted risks, which have a test of their own.
    (field) => !['format', 'version', 'waived'].includes(field),
  )
  expect([...caught.keys()].toSorted()).toEqual(fields.toSorted())
  for (const count of caught.values()) expect(count).toBeGreaterThan(50)
}, 60_000)

test('a counterexample is as short as any walk that shows the same', () => {
  let compared = 0
  fc.assert(
    fc.property(large.map(withoutRefusals), (workflow) => {
      for (const { action, path, transitions } of analyse(workflow).counterexamples) {
        expect({ action, steps: path.length - 1 }).toEqual({ action, steps: shortest(workflow, action) })
        expect(transitions).toHaveLength(path.length - 1)
        compared++
      }
    }),
    { numRuns: 600 },
  )
  expect(compared).toBeGreaterThan(300)
}, 60_000)

/** Every field changed in every way that makes it say more, or less, than is so. */
function* lies(workflow: Workflow, certificate: Certificate): Generator<Lie> {
  const lie = (field: keyof Certificate, value: unknown): Lie => ({
    field,
    certificate: { ...certificate, [field]: value },
  })
  yield lie('workflow', `sha256:${'0'.repeat(64)}`)
  const { liveSources, required, steps, transitions, gates, needed, bound } = certificate
  for (const id of liveSources)
    yield lie(
      'liveSources',
      liveSources.filter((other) => other !== id),
    )
  const calm = Object.keys(steps).find((id) => !liveSources.includes(id))
  if (calm !== undefined) yield lie('liveSources', [...liveSources, calm])
  for (const [id, level] of Object.entries(required)) {
    const { [id]: _, ...rest } = required
    yield lie('required', rest)
    yield lie('required', { ...required, [id]: level - 1 })
    if (level < 3) yield lie('required', { ...required, [id]: level + 1 })
  }
  yield lie('required', { ...required, nowhere: 1 })
  for (const [id, labels] of Object.entries(steps)) {
    const { [id]: _, ...rest } = steps
    yield lie('steps', rest)
    for (const at of [0, 1, 2] as const) {
      if (labels[at] === 3) continue
      yield lie('steps', { ...steps, [id]: labels.with(at, (labels[at] + 1) as Authority) })
    }
  }
  yield lie('steps', { ...steps, nowhere: [0, 0, 0] })
  for (const [id, level] of Object.entries(transitions))
    if (level < 3) yield lie('transitions', { ...transitions, [id]: level + 1 })
  yield lie('transitions', { ...transitions, nowhere: 1 })
  for (const [index, gate] of gates.entries()) {
    const place = placeKey(gate.at)
    const stronger = STRENGTHS[STRENGTHS.indexOf(gate.strength) + 1]
    const step = workflow.steps.find(({ id }) => id === ('before' in gate.at ? gate.at.before : ''))
    // What the step grants by itself backs a gate before it.
    if (stronger && STRENGTHS.indexOf(step?.grant ?? 'notify') < STRENGTHS.indexOf(stronger))
      yield lie('gates', gates.with(index, { ...gate, strength: stronger }))
    yield lie('gates', [...gates, { at: { before: `not ${place}` }, strength: 'confirm' }])
  }
  for (const [index, need] of needed.entries()) {
    yield lie('needed', needed.with(index, { ...need, walk: need.walk.slice(0, 1) }))
    yield lie('needed', needed.with(index, { ...need, walk: ['nowhere', ...need.walk] }))
    yield lie('needed', needed.with(index, { ...need, walk: [] }))
  }
  yield lie('bound', { ...bound, method: 'guess' })
  // Visits of loops that hardly anything leaves run into the millions, and a minute is lost in their rounding.
  yield lie('bound', { ...bound, minutes: bound.minutes * 2 + 1 })
  yield lie('bound', { ...bound, lowerBound: bound.lowerBound * 2 + 1 })
  if (bound.minutes > 0) yield lie('bound', { ...bound, minutes: bound.minutes / 2 })
}

/** A "no" begins a walk of its own, which the definitions used here do not know. */
function withoutRefusals(workflow: Workflow): Workflow {
  const transitions = workflow.transitions.map((way) =>
    way.kind === 'reject' || way.kind === 'timeout' ? { ...way, kind: 'normal' as const } : way,
  )
  return { ...workflow, transitions }
}

/** Breadth first over (step, consent since the last source of doubt), from the definitions. */
function shortest(workflow: Workflow, action: string): number {
  const gates = standingGates(workflow)
  const demands = demandsOf(workflow)
  const live = new Set([...reached(workflow)].filter((id) => isLive(workflow, demands, id)))
  const need = demands.get(action) ?? 0
  const seen = new Set<string>()
  let ring = [...live].map((id) => ({ id, authority: 0 }))
  for (let steps = 1; ring.length > 0; steps++) {
    const wider: typeof ring = []
    for (const { id, authority } of ring) {
      for (const way of walked(workflow, id)) {
        const here = Math.max(authority, gates.get(`on ${way.id}`) ?? 0, gates.get(`before ${way.to}`) ?? 0)
        if (way.to === action && here < need) return steps
        const next = { id: way.to, authority: live.has(way.to) ? 0 : here }
        const key = JSON.stringify(next)
        if (!seen.has(key)) wider.push(next)
        seen.add(key)
      }
    }
    ring = wider
  }
  return Infinity
}

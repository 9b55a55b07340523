// What is drawn of a workflow whose groups, lanes, agents and sub-flows are closed, or whose inside is looked into.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import { fold, foldAnalysis, hasInside, trailOf } from '../../shared/report/fold.ts'
import { overlaps } from '../../shared/report/scene/rects.ts'
import { buildScene } from '../../shared/report/scene/scene.ts'
import { placesOf } from '../../shared/report/scene/places.ts'
import { ENGLISH } from '../../shared/report/scene/words.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** start → plan → agent (tools look, pay; pay has a tool of its own) → send → end */
function flow(layout: object): Workflow {
  const read = readWorkflow({
    format: 'handoff',
    version: 1,
    parties: [{ id: 'ops', name: 'Desk', kind: 'role' }],
    steps: [
      { id: 'start', kind: 'start', name: 'Start' },
      { id: 'plan', kind: 'model', name: 'Plan', uncertainty: { level: 3, label: 'intent' } },
      { id: 'agent', kind: 'agent', name: 'Agent', party: 'ops' },
      { id: 'look', kind: 'step', name: 'Look', parent: 'agent' },
      {
        id: 'pay',
        kind: 'action',
        name: 'Pay',
        parent: 'agent',
        consequence: { level: 4, reversibility: 3 },
      },
      { id: 'deep', kind: 'step', name: 'Deep', parent: 'pay' },
      { id: 'send', kind: 'action', name: 'Send', party: 'ops', consequence: { level: 2, external: true } },
      { id: 'end', kind: 'end', name: 'End', outcome: 'ok' },
    ],
    transitions: [
      { id: 't1', from: 'start', to: 'plan' },
      { id: 't2', from: 'plan', to: 'agent' },
      { id: 't3', from: 'agent', to: 'send' },
      { id: 't4', from: 'send', to: 'end' },
      { id: 't5', from: 'send', to: 'plan', kind: 'retry' },
    ],
    handoffs: [
      { id: 'h1', kind: 'approval', strength: 'approve', at: { before: 'pay' } },
      { id: 'h2', kind: 'approval', strength: 'approve', at: { on: 't3' } },
      { id: 'h3', kind: 'approval', strength: 'approve', at: { before: 'send' } },
    ],
    layout,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

const drawn = (workflow: Workflow, scope: string | null = null) => {
  const { workflow: shown, ...rest } = fold(workflow, scope)
  return {
    ...rest,
    steps: shown.steps.map(({ id }) => id),
    ways: shown.transitions.map(({ id, from, to }) => `${id} ${from} ${to}`),
    handoffs: shown.handoffs.map(({ id }) => id),
    workflow: shown,
  }
}

describe('folding', () => {
  test('leaves a plain workflow the very same object', () => {
    const plain = flow({})
    expect(fold(plain, null).workflow).toBe(plain)
    const analysis = analyse(plain)
    expect(foldAnalysis(analysis, fold(plain, null))).toBe(analysis)
  })

  test('a closed agent stands for its tools, however deep, and the gates inside are not drawn', () => {
    const { steps, members, handoffs, standsFor } = drawn(flow({ closed: ['agent'] }))
    expect(steps).not.toContain('pay')
    expect(steps).toContain('agent')
    expect(members.get('agent')?.toSorted()).toEqual(['deep', 'look', 'pay'])
    expect(standsFor.get('deep')).toBe('agent')
    expect(handoffs).toEqual(['h2', 'h3'])
  })

  test('a closed tool inside of an open agent is a block of its own; something closed without an inside is none', () => {
    expect(drawn(flow({ closed: ['pay'] })).members).toEqual(new Map([['pay', ['deep']]]))
    expect(drawn(flow({ closed: ['plan', 'nobody'] })).members).toEqual(new Map())
  })

  test('a closed group is one block with the gravest of what is in it; ways across its border lead to it', () => {
    const layout = { groups: [{ id: 'g', name: 'Work', steps: ['plan', 'agent', 'gone'], closed: true }] }
    const { steps, ways, members, handoffs, workflow } = drawn(flow(layout))
    expect(steps.toSorted()).toEqual(['end', 'group:g', 'send', 'start'])
    expect(ways).toEqual(['t1 start group:g', 't3 group:g send', 't4 send end', 't5 send group:g'])
    expect(members.get('group:g')?.toSorted()).toEqual(['agent', 'deep', 'look', 'pay', 'plan'])
    expect(handoffs).toEqual(['h2', 'h3'])
    expect(workflow.steps.find(({ id }) => id === 'group:g')).toMatchObject({
      name: 'Work',
      consequence: { level: 4, reversibility: 3 },
      uncertainty: { level: 3, label: 'intent' },
    })
  })

  test('an open group is a frame around what is drawn of it', () => {
    const layout = { groups: [{ id: 'g', name: 'Work', steps: ['plan', 'send'] }], closed: ['agent'] }
    expect(drawn(flow(layout)).frames).toEqual([
      { id: 'group:g', kind: 'group', name: 'Work', steps: ['plan', 'send'] },
    ])
    const tools = drawn(flow({ groups: [{ id: 'g', name: 'Work', steps: ['agent'] }] })).frames[0]!.steps
    expect(tools.toSorted()).toEqual(['agent', 'deep', 'look', 'pay'])
  })

  test('lanes are frames of their parties, closed ones blocks with the name of the party', () => {
    expect(drawn(flow({ lanes: {} })).frames).toEqual([
      { id: 'lane:ops', kind: 'lane', name: 'Desk', steps: ['agent', 'send'] },
    ])
    const { steps, workflow } = drawn(flow({ lanes: { closed: ['ops'] } }))
    expect(steps.toSorted()).toEqual(['end', 'lane:ops', 'plan', 'start'])
    expect(workflow.steps.find(({ id }) => id === 'lane:ops')?.name).toBe('Desk')
  })

  test('looking into a step shows what is inside of it, and nothing else', () => {
    const { steps, ways, handoffs, workflow } = drawn(flow({}), 'agent')
    expect(steps).toEqual(['deep', 'look', 'pay'])
    expect(ways).toEqual([])
    expect(handoffs).toEqual(['h1'])
    const scene = buildScene({ workflow, analysis: null, positions: placesOf(workflow), words: ENGLISH })
    expect(scene.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['pay deep'])
    const boxes = scene.steps.map(({ rect }) => rect)
    expect(boxes.some((a, i) => boxes.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false)
  })

  test('says the way to an inside, and whether there is one', () => {
    expect(trailOf(flow({}), 'pay').map(({ id }) => id)).toEqual(['agent', 'pay'])
    expect(trailOf(flow({}), 'gone')).toEqual([])
    expect([hasInside(flow({}), 'agent'), hasInside(flow({}), 'send')]).toEqual([true, false])
  })

  test('findings inside of a block are told of the block, and all of it can be drawn', () => {
    const layout = { groups: [{ id: 'g', steps: ['agent', 'send'], closed: true }] }
    const workflow = flow(layout)
    const folded = fold(workflow, null)
    const analysis = analyse(workflow)
    const places = foldAnalysis(analysis, folded).findings.map(({ place }) => JSON.stringify(place))
    expect(places.join()).not.toContain('"step":"send"')
    expect(places.join()).toContain('"step":"group:g"')
    const scene = buildScene({
      workflow: folded.workflow,
      analysis: foldAnalysis(analysis, folded),
      positions: placesOf(folded.workflow),
      words: ENGLISH,
    })
    expect(scene.steps.find(({ id }) => id === 'group:g')?.findings).toBeGreaterThan(0)
  })
})

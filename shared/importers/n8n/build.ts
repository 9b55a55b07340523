// Turns the nodes and connections of a file into a workflow: one pass for each question, in an order that matters.
import { addStep, connect } from '../support/draft.ts'
import type { Draft, DraftStep } from '../support/draft.ts'
import { closeFlow } from '../support/ends.ts'
import { findJoins } from '../support/joins.ts'
import { askOf } from './ask.ts'
import type { Ask } from './ask.ts'
import { readAnswers } from './answers.ts'
import { entryOf } from './catalogue.ts'
import type { Context } from './context.ts'
import { addFlow } from './flow.ts'
import { layOut, placeSteps } from './layout.ts'
import { planOf } from './plan.ts'
import type { Source } from './read.ts'
import { reportSilence } from './silence.ts'
import { note, stepOf } from './steps.ts'
import type { RawWorkflow } from './unwrap.ts'
import { addVolumes } from './volume.ts'
import { markUntrusted } from '../support/untrusted.ts'
import { addTools, foldParts, reportReviews } from './wiring.ts'

/** Fills `draft` from `source`. */
export function buildWorkflow(draft: Draft, source: Source, raw: readonly RawWorkflow[]): void {
  const plan = planOf(source.nodes, source.edges)
  const asks = new Map<number, Ask>()
  const context: Context = { plan, draft, stepOf: new Map(), asks, openWays: [], merges: new Map() }
  for (const node of plan.nodes) {
    if (plan.fate[node.index] !== 'flow') continue
    const ask = askOf(node)
    if (ask) asks.set(node.index, ask)
    const entered = plan.flowIn[node.index]!.length > 0
    const left = plan.flowOut[node.index]!.length > 0
    const step = stepOf(draft, node, { entered, left, ask })
    context.stepOf.set(node.index, step)
    if (entryOf(node)?.role === 'merge' && !node.disabled) context.merges.set(step.id, node)
  }
  addServers(context)
  addTools(context)
  foldParts(context)
  reportReviews(context)
  placeSteps(context)
  addFlow(context)
  readAnswers(context)
  judgeMerges(context)
  addVolumes(context)
  markUntrusted(draft)
  closeFlow(draft, context.openWays, '/connections')
  layOut(context)
  reportSilence(context, raw)
}

/**
 * An MCP server is a start whose tools are called by an agent outside of the file. The agent is put in, so that the
 * tools have somebody who calls them.
 */
function addServers({ plan, draft, stepOf }: Context): void {
  for (const node of plan.nodes) {
    const trigger = stepOf.get(node.index)
    const tools = plan.wiringIn[node.index]!.some((edge) => edge.kind === 'ai_tool')
    if (trigger?.kind !== 'start' || !tools) continue
    const agent = addStep(draft, {
      kind: 'agent',
      name: 'Calling agent',
      uncertainty: {
        level: 3,
        label: 'content',
        basis: 'n8n: an agent outside of this file chooses the tools and their arguments',
      },
      consequence: {
        level: 0,
        reversibility: 0,
        external: false,
        security: false,
        basis: 'n8n: what it can do to the world is on its tools',
      },
    })
    connect(draft, { from: trigger.id, to: agent.id })
    if (node.position) {
      draft.positions.set(trigger.id, node.position)
      draft.positions.set(agent.id, [node.position[0] + 220, node.position[1]])
    }
    stepOf.set(node.index, agent)
    servers(draft, agent, node.place)
  }
}

function servers(draft: Draft, agent: DraftStep, place: string): void {
  draft.book.repairs.push({
    message: 'the file offers tools to an agent outside of it; that agent was put in as a step',
    place,
    step: agent.id,
    change: { steps: 1, transitions: 1 },
  })
}

function judgeMerges({ draft, merges, stepOf, plan }: Context): void {
  const { joins, unsure } = findJoins(draft, merges.keys())
  for (const id of joins) {
    const step = draft.steps.get(id)!
    step.kind = 'join'
    delete step.consequence
  }
  const doubtful = new Set(unsure)
  for (const node of plan.nodes) {
    const step = stepOf.get(node.index)
    if (step && doubtful.has(step.id))
      note(
        draft,
        'guesses',
        node,
        step,
        'its inputs are not certain to arrive together; read as a step that each of them reaches',
      )
  }
}

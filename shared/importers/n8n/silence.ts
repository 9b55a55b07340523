// What an n8n file cannot tell, or holds and we leave behind: said once for the file, with a count.
import { asObject, asText, at } from '../support/value.ts'
import { entryOf } from './catalogue.ts'
import type { Context } from './context.ts'
import { describe } from './wiring.ts'
import { tagsOf } from './tags.ts'
import type { SourceNode } from './source.ts'
import type { RawWorkflow } from './unwrap.ts'

export function reportSilence(context: Context, raw: readonly RawWorkflow[]): void {
  reportLostConnections(context)
  reportDefaults(context)
  reportErrors(context)
  reportPeople(context)
  reportBranches(context)
  reportLeftBehind(context, raw)
}

/** Some tools that "mend" workflows lose every connection. */
function reportLostConnections({ plan, draft }: Context): void {
  const nodes = plan.nodes.filter((node) => plan.fate[node.index] !== 'note')
  if (draft.source.edges > 0 || nodes.length < 2) return
  draft.book.blindSpots.push({
    message: 'there are no connections between the nodes; they may have been lost before this file was made',
    place: '/connections',
    count: nodes.length,
  })
}

function reportDefaults({ plan, draft, stepOf }: Context): void {
  const silent = plan.nodes.filter(
    (node) => stepOf.has(node.index) && !node.disabled && !node.ghost && tagsOf(node).assumed,
  )
  if (silent.length === 0) return
  draft.book.guesses.push({
    message: `${silent.length === 1 ? 'one operation is' : `${silent.length} operations are`} not stated; what n8n does by default was read`,
    place: silent[0]!.place,
    count: silent.length,
  })
}

function reportErrors({ plan, draft, stepOf }: Context): void {
  const quiet = plan.nodes.filter(
    (node) => node.onError === 'go-on' && !node.disabled && stepOf.has(node.index),
  )
  for (const node of quiet)
    describe(stepOf.get(node.index)!, 'When it fails, the run goes on as if it had not.')
  if (quiet.length === 0) return
  draft.book.blindSpots.push({
    message: 'steps go on after a failure as if nothing had happened; no way of its own shows that',
    place: quiet[0]!.place,
    count: quiet.length,
  })
}

function reportPeople({ draft, asks, plan, stepOf }: Context): void {
  if (asks.size > 0) {
    const first = plan.nodes[[...asks.keys()][0]!]!
    draft.book.blindSpots.push({
      message: 'who answers is only in the addresses of the messages, which are not copied',
      place: first.place,
      count: asks.size,
    })
  }
  const unheard = plan.nodes.filter((node) => asksInVain(node, stepOf.get(node.index)?.verb))
  for (const node of unheard) {
    draft.book.blindSpots.push({
      message: `“${node.name.slice(0, 60)}” seems to ask a person, but the run does not wait for an answer`,
      place: node.place,
    })
  }
}

const ASKING = /\b(?:ask|asks|approval|approve|human|review|help|confirm|sign.?off)\b/i

function asksInVain(node: SourceNode, verb: string | undefined): boolean {
  if (node.disabled || at(node.parameters, 'operation') === 'sendAndWait' || node.tool) return false
  const audience = entryOf(node)?.audience
  return (audience === 'team' || audience === 'people') && ASKING.test(node.name) && verb === 'send'
}

function reportBranches({ plan, draft, stepOf }: Context): void {
  const decisions = plan.nodes.filter((node) => stepOf.get(node.index)?.kind === 'decision')
  if (decisions.length === 0) return
  draft.book.blindSpots.push({
    message: 'n8n decides for every item: with several items in a run, more than one branch may be taken',
    place: decisions[0]!.place,
    count: decisions.length,
  })
}

function reportLeftBehind({ plan, draft }: Context, raw: readonly RawWorkflow[]): void {
  for (const { body, place } of raw) {
    const pinned = Object.keys(asObject(at(body, 'pinData')) ?? {}).length
    if (pinned > 0) {
      draft.book.repairs.push({
        message: 'sample data pinned to nodes was not copied; it may be private',
        place: `${place}/pinData`,
        count: pinned,
      })
    }
    const handler = asText(at(body, 'settings', 'errorWorkflow'))
    if (handler !== undefined && handler !== '') {
      draft.book.blindSpots.push({
        message: 'when a run fails, another workflow takes over; it is not in this file',
        place: `${place}/settings/errorWorkflow`,
      })
    }
  }
  const count = plan.nodes.filter((node) => Object.keys(node.parameters).length > 0).length
  if (count > 0) {
    draft.book.blindSpots.push({
      message:
        'prompts, code, addresses and other settings of nodes stay in the file; only names, conditions and notes are copied',
      place: '/nodes',
      count,
    })
  }
}

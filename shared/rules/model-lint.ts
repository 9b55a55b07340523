// X20: the drawing itself is incomplete or contradicts itself, so that what is said about it rests on a guess.
import type { Graph } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import { recursion } from '../graph/subflows.ts'
import type { FindingPlace } from '../model/finding.ts'
import { GUARDS } from '../model/profile.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import { conditionFaults } from './decision-conditions.ts'
import { payment, sketch } from './example.ts'
import { listed, named } from './places.ts'
import type { DesignContext, Found, Grade, PlacementRule } from './types.ts'

/** Verbs whose consequence is never "none". */
const CONSEQUENTIAL_VERBS: ReadonlySet<string> = new Set([
  'pay',
  'send',
  'publish',
  'deploy',
  'delete',
  'permission',
  'export',
  'purchase',
  'merge',
])
const ODDS_TOLERANCE = 0.005

interface Fault {
  readonly grade: Grade
  readonly says: string
  readonly mend: string
  readonly field?: string
}

export const modelLint: PlacementRule = {
  id: 'X20',
  phase: 'placement',
  title: 'The model is incomplete or contradicts itself',
  explanation:
    'Nothing can be said about what nobody has told. A step without a tag is not a harmless step, odds that do not sum to one make every figure wrong, and a step that no start reaches is in no proof. These findings do not say that the design is bad; they say where the answer rests on a gap.',
  examples: {
    bad: {
      says: 'Nobody has said how much this action matters.',
      workflow: sketch(
        [{ id: 'start' }, { id: 'send', kind: 'action', verb: 'send' }, { id: 'end' }],
        [
          ['start', 'send'],
          ['send', 'end'],
        ],
      ),
      expect: ['X20@send'],
    },
    good: {
      says: 'The action is tagged.',
      workflow: sketch(
        [{ id: 'start' }, payment('send'), { id: 'end' }],
        [
          ['start', 'send'],
          ['send', 'end'],
        ],
      ),
      expect: [],
    },
  },
  check: (context) => [
    ...stepFindings(context),
    ...context.graph.unwalked.map((t): Found => zeroOdds(context.graph, t.id, t.from, t.to)),
    ...report({ document: true }, 'The workflow', documentFaults(context)),
  ],
}

// One place, one finding: what is wrong with a step is said in one go.
function report(at: FindingPlace, name: string, faults: readonly Fault[]): Found[] {
  if (faults.length === 0) return []
  const grave = faults.some((fault) => fault.grade === 'grave')
  return [
    {
      at,
      kind: 'lint',
      grade: grave ? 'grave' : 'plain',
      because: grave ? 'figures or coverage rest on a guess here' : 'only the explanation suffers',
      message: `${name} ${faults.map((fault) => fault.says).join('; ')}.`,
      facts: faults.map((fault) => ({
        name: 'gap',
        value: fault.says,
        ...(fault.field ? { field: fault.field } : {}),
      })),
      goesAwayIf: faults.map((fault) => fault.mend).join(', and '),
    },
  ]
}

function stepFindings({ graph }: DesignContext): Found[] {
  // Where a refused run goes is reached without a transition that says so.
  const refused = graph.workflow.handoffs.flatMap(
    ({ onReject }) => graph.indexOf.get(onReject?.to ?? '') ?? [],
  )
  const afterRefusal = reach(refused, graph.out)
  return graph.steps.flatMap((step, v) =>
    report(
      { step: step.id },
      named(graph, v),
      afterRefusal[v] && !graph.reachable[v] ? [] : stepFaults(graph, step, v),
    ),
  )
}

function stepFaults(graph: Graph, step: Step, v: number): Fault[] {
  // A sub-flow that is only called is entered where it is called.
  if (!graph.reachable[v] && !graph.steps.some(({ calls }) => calls === step.id)) {
    return [
      {
        grade: 'grave',
        says: 'is reached from no start, so nothing about it is checked',
        mend: 'a start leads to it',
      },
    ]
  }
  return [
    ...tagFaults(step, graph.profile.doubtFrom, holdsSteps(graph, v)),
    ...callFaults(graph, step, v),
    ...contradictions(step),
    ...blindChecks(graph, step),
    ...oddsFaults(graph, v),
    ...conditionFaults(graph, v),
  ]
}

// The contents of a sub-flow, its own or called, are entered by ways that no transition says.
function holdsSteps(graph: Graph, v: number): boolean {
  return graph.out[v]!.some(({ transition, returns, refused }) => !transition && !returns && !refused)
}

function callFaults(graph: Graph, step: Step, v: number): Fault[] {
  const { calls, retry } = step
  if (calls === undefined) return []
  const field = `steps/${step.id}/calls`
  const circle = recursion(graph.steps, step)
  if (circle && retry?.max === undefined) {
    const names = [...circle, calls].map((id) => named(graph, graph.indexOf.get(id)!))
    return [
      {
        grade: 'grave',
        says: `runs itself again without a bound: ${names.join(' → ')}`,
        mend: 'it calls another sub-flow, or a bound says how often it may be run',
        field,
      },
    ]
  }
  if (circle || holdsSteps(graph, v)) return []
  return [
    {
      grade: 'plain',
      says: `is to run ${named(graph, graph.indexOf.get(calls)!)}, which holds no steps`,
      mend: 'it calls a sub-flow that holds some',
      field,
    },
  ]
}

function tagFaults(step: Step, doubtFrom: number, holds: boolean): Fault[] {
  const field = `steps/${step.id}`
  const faults: Fault[] = []
  // The weight of an agent or of a sub-flow that is in the document is that of what it holds; another workflow's is
  // whatever that one does.
  const isOpaque = step.kind === 'action' || (step.kind === 'subflow' && !holds)
  if (isOpaque && step.consequence?.level === undefined) {
    faults.push({
      grade: 'grave',
      says: `${step.kind === 'action' ? 'acts on the world' : 'runs another workflow'}, and nobody has said how consequential it is`,
      mend: 'its consequence is set',
      field: `${field}/consequence/level`,
    })
  }
  if ((step.kind === 'model' || step.kind === 'agent') && step.uncertainty?.level === undefined) {
    faults.push({
      grade: 'grave',
      says: 'is a model, and nobody has said how uncertain it is',
      mend: 'its uncertainty is set',
      field: `${field}/uncertainty/level`,
    })
  }
  if ((step.uncertainty?.level ?? 0) >= doubtFrom && step.uncertainty?.label === undefined) {
    faults.push({
      grade: 'plain',
      says: 'adds uncertainty of no stated kind, which no check can clear',
      mend: 'the kind of its uncertainty is set',
      field: `${field}/uncertainty/label`,
    })
  }
  return faults
}

/** Words for checks of the form alone, in a name or a verb. */
const FORM_ONLY = /(?:^|[^a-z])(?:schema|syntax|format|json|xml|regex|lint|spelling)(?:[^a-z]|$)/i
/** What the form of an answer says nothing of. */
const BEYOND_FORM: ReadonlySet<string> = new Set(['intent', 'conflict', 'content', 'policy'])

// A check that claims to settle what it cannot know makes doubt disappear that is still there.
function blindChecks({ workflow }: Graph, { id, kind, name, verb = '', clears = [], party }: Step): Fault[] {
  if (kind !== 'check' || clears.length === 0) return []
  const field = `steps/${id}/clears`
  if (workflow.parties.some((one) => one.id === party && one.kind === 'model')) {
    return [
      {
        grade: 'grave',
        says: 'is a model that judges, and is said to settle doubt, which one model cannot do for another',
        mend: 'it settles nothing, or somebody else does the check',
        field,
      },
    ]
  }
  const beyond = clears.filter((label) => BEYOND_FORM.has(label))
  if (beyond.length === 0 || !FORM_ONLY.test(`${name} ${verb}`)) return []
  return [
    {
      grade: 'grave',
      says: `checks the form, and is said to settle doubt about ${listed(beyond)}, of which the form says nothing`,
      mend: 'it settles only what its check can find',
      field,
    },
  ]
}

function contradictions(step: Step): Fault[] {
  const { level, reversibility = 0, external = false, security = false } = step.consequence ?? {}
  const field = `steps/${step.id}/consequence/level`
  const aggravating = Number(reversibility >= 2) + Number(external) + Number(security)
  const faults: Fault[] = []
  if (level === 0 && aggravating >= 2) {
    faults.push({
      grade: 'grave',
      says: 'is tagged as harmless, and as hard to undo, external or security-sensitive',
      mend: 'the tags agree',
      field,
    })
  }
  if (level === 0 && step.kind === 'action' && CONSEQUENTIAL_VERBS.has(step.verb ?? '')) {
    faults.push({
      grade: 'grave',
      says: `is tagged as harmless, and its verb is “${step.verb}”`,
      mend: 'the tags agree with the verb',
      field,
    })
  }
  if ((level ?? 0) >= 1 && !acts(step)) {
    faults.push({
      grade: 'grave',
      says: `has a consequence, and a step of kind ${step.kind} does nothing to the world`,
      mend: 'it becomes an action, or loses the tag',
      field: `steps/${step.id}/kind`,
    })
  }
  return faults
}

function oddsFaults(graph: Graph, v: number): Fault[] {
  const step = graph.steps[v]!
  const faults: Fault[] = []
  if (graph.closed.has(v)) {
    faults.push({ grade: 'grave', says: 'is in a loop that nothing leaves', mend: 'the loop has a way out' })
  }
  // Where contents end, the ways of their sub-flow are left, which has odds of its own.
  const out = graph.out[v]!.filter((edge) => edge.transition?.from === step.id)
  if (step.kind === 'split' || out.length === 0 || out.some((edge) => edge.assumed)) return faults
  if (out.some((edge) => edge.transition!.probability === undefined)) return faults
  const sum = out.reduce((total, edge) => total + edge.probability, 0)
  if (Math.abs(sum - 1) > ODDS_TOLERANCE) {
    faults.push({
      grade: 'grave',
      says: `is left with odds that sum to ${Number(sum.toFixed(3))}`,
      mend: 'the odds of its transitions sum to 1',
      field: `transitions/${out[0]!.transition!.id}/probability`,
    })
  }
  return faults
}

function zeroOdds(graph: Graph, id: string, from: string, to: string): Found {
  const name = (step: string): string => named(graph, graph.indexOf.get(step)!)
  return {
    at: { transition: id },
    kind: 'lint',
    grade: 'plain',
    because: 'a way that is never taken asks for no coverage',
    message: `${name(from)} → ${name(to)} has odds of 0, so no analysis walks it.`,
    facts: [{ name: 'odds', value: 0, field: `transitions/${id}/probability` }],
    goesAwayIf: 'its odds are above 0, however small, or it is removed',
  }
}

function documentFaults({ graph, required }: DesignContext): Fault[] {
  const faults: Fault[] = []
  if (graph.steps.length > 0 && graph.starts.length === 0) {
    faults.push({
      grade: 'grave',
      says: 'has no start, so nothing can be reached and nothing is checked',
      mend: 'a step of kind start leads into it',
    })
  }
  const { brief, handoffs, asOf } = graph.workflow
  const permissions = [brief.envelope, ...handoffs.map(({ standingGrant }) => standingGrant)]
  const dated = permissions.filter((one) => one?.expires)
  if (dated.length > 0 && asOf === undefined) {
    faults.push({
      grade: 'plain',
      says: `counts on ${dated.length === 1 ? 'a permission that ends' : `${dated.length} permissions that end`} on a day, and nobody has said which day it is`,
      mend: 'the day is given',
      field: 'asOf',
    })
  }
  // Said once for all of them: a line for every action would hide what matters more.
  const silent = graph.steps.filter(
    (step, v) =>
      required[v]! >= 1 && [...(step.consequence?.domains ?? []), ...(step.domains ?? [])].length === 0,
  )
  if (silent.length > 0) {
    faults.push({
      grade: 'plain',
      says: `does not say what ${silent.length === 1 ? 'an action that demands a person touches' : `${silent.length} actions that demand a person touch`}: ${listed(silent.map(({ id }) => named(graph, graph.indexOf.get(id)!)))}`,
      mend: 'their domains are set',
      field: `steps/${silent[0]!.id}/consequence/domains`,
    })
  }
  return [...faults, ...profileFaults(graph)]
}

// A team may let the findings about coverage weigh less, and nobody who reads the others should have to guess that.
function profileFaults({ profile, workflow }: Graph): Fault[] {
  const faults: Fault[] = []
  if (workflow.profile.extends !== profile.base) {
    faults.push({
      grade: 'grave',
      says: `follows a profile that is not known here, “${workflow.profile.extends}”; ${profile.base} is used in its place`,
      mend: 'its profile is one that is known',
      field: 'profile/extends',
    })
  }
  const lowered = [...GUARDS].filter((rule) => (profile.rules.get(rule) ?? 'error') !== 'error')
  if (lowered.length > 0) {
    faults.push({
      grade: 'plain',
      says: `has a profile in which what guards coverage weighs less than usual: ${lowered.join(', ')}`,
      mend: 'those rules are errors again',
      field: `profile/rules/${lowered[0]}`,
    })
  }
  return faults
}

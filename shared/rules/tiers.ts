// X23: handoffs that ask by condition leave a gap, ask twice, or cannot be compared. Ours: no source names it.
import { confers, gatesByPlace, waysInConditions } from '../graph/conferred.ts'
import type { Fact } from '../model/finding.ts'
import type { Handoff } from '../model/handoff.ts'
import { authorityOf } from '../model/strength.ts'
import { casesOf, inWords } from '../support/feel-cases.ts'
import type { Cases } from '../support/feel-cases.ts'
import { parseFeel } from '../support/feel.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { named, namedEdge } from './places.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const
const small = approvalBefore('pay', { id: 'small', title: 'Small sums', when: 'amount <= 100' })
const large = approvalBefore('pay', { id: 'large', title: 'Large sums', strength: 'two-person' })

export const tiers: PlacementRule = {
  id: 'X23',
  phase: 'placement',
  title: 'Handoffs that ask by condition leave a gap, or ask twice',
  explanation:
    'Where several handoffs share a place and each asks only under a condition, every value has to meet one of them. A value between two conditions passes without anybody, and proves that the place covers nothing. Where two conditions hold at once, two people are asked about the same case. Conditions that hold names against fixed values can be compared, joined by and, or and not; any other condition is asked at run time all the same, but nothing is counted on it. Values are taken to be there and of the right kind: where one is missing, everybody is asked.',
  examples: {
    bad: {
      says: 'A sum of 200 is neither small nor large.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [small, { ...large, when: 'amount >= 250' }] }),
      expect: ['X23@large'],
    },
    good: {
      says: 'What is not small is large.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [small, { ...large, when: 'amount > 100' }] }),
      expect: [],
    },
  },
  check: (context) =>
    [...gatesByPlace(context.graph.workflow.handoffs).values()].flatMap((there) =>
      checkPlace(context, there),
    ),
}

interface Tiered {
  readonly place: string
  readonly handoffs: readonly (Handoff & { readonly when: string })[]
  readonly cases: Cases
  readonly gap: string
  readonly overlap: string
  /** Some action is reached by this place with too little authority. */
  readonly isOpen: boolean
}

function checkPlace(context: DesignContext, there: readonly Handoff[]): Found[] {
  const conditional = there.flatMap((h) => (h.when === undefined ? [] : [{ ...h, when: h.when }]))
  const handoffs = conditional.filter(confers)
  const unread = conditional.filter((h) => !confers(h) && !parseFeel(h.when).ok)
  const faults = unread.map((h) => unreadable(h))
  if (handoffs.length === 0) return faults
  const within = waysInConditions(context.graph, there[0]!.at)
  const cases = casesOf(
    handoffs.map(({ when }) => when),
    within,
  )
  const isOpen = isUncovered(context, there[0]!)
  const isBacked = there.some((h) => h.when === undefined && confers(h))
  const isMeant = handoffs.length > 1 || isOpen
  const gap = isBacked || !isMeant ? '' : inWords(cases, (met) => met.length === 0)
  const overlap = inWords(cases, (met) => met.length > 1)
  if (gap === '' && overlap === '' && cases.undecided.size === 0) return faults
  return [...faults, told({ place: placeName(context, there[0]!), handoffs, cases, gap, overlap, isOpen })]
}

function told(tiered: Tiered): Found {
  const { place, handoffs, cases, gap, overlap, isOpen } = tiered
  const strongest = strongestOf(handoffs)
  const unclear = handoffs.filter((_, i) => cases.undecided.has(i))
  const because = [...cases.undecided.values()][0]
  const says = [
    ...(gap === '' ? [] : [gap === 'always' ? 'nobody is ever asked' : `nobody is asked with ${gap}`]),
    ...(overlap === ''
      ? []
      : [overlap === 'always' ? 'several are always asked' : `several are asked with ${overlap}`]),
    ...(unclear.length === 0
      ? []
      : [
          `what ${unclear.map(nameOf).join(' and ')} ${unclear.length === 1 ? 'asks' : 'ask'} for cannot be compared, because ${because}`,
        ]),
  ]
  const isGrave = isOpen && (gap !== '' || unclear.length > 0)
  const fixes = fixesFor(tiered)
  return {
    at: { handoff: strongest.id },
    kind: 'repair',
    grade: isGrave ? 'grave' : 'plain',
    because: isGrave
      ? 'an action behind it is reached without the consent that it needs'
      : gap !== ''
        ? 'some cases pass unseen'
        : overlap !== ''
          ? 'people are asked twice about one case'
          : 'nothing is counted on it',
    message: `${place}, ${says.join('; ')}.`,
    facts: [
      ...handoffs.map(({ id, when }): Fact => ({
        name: `condition of ${id}`,
        value: when,
        field: `handoffs/${id}/when`,
      })),
      ...(gap === '' ? [] : [{ name: 'nobody is asked', value: gap }]),
      ...(overlap === '' ? [] : [{ name: 'several are asked', value: overlap }]),
      ...(because === undefined ? [] : [{ name: 'cannot be compared', value: because }]),
    ],
    goesAwayIf: 'exactly one of the conditions holds for every value, or one of the handoffs asks always',
    ...(fixes.length > 0 ? { fixes } : {}),
  }
}

/** Each is tried before it is offered: a button that leaves the finding where it is mends nothing. */
function fixesFor({ handoffs, cases }: Tiered): readonly Fix[] {
  const strongest = strongestOf(handoffs)
  const others = handoffs.filter((h) => h !== strongest)
  const rest = `not(${others.map(({ when }) => `(${when})`).join(' or ')})`
  const after = casesOf([...others.map(({ when }) => when), rest])
  const isClean = cases.undecided.size === 0 && after.cases.every(({ met }) => met.length === 1)
  const widened: Fix[] =
    others.length > 0 && isClean && after.undecided.size === 0
      ? [
          {
            title: `Let ${nameOf(strongest)} ask for every value that the others leave`,
            command: { type: 'updateHandoff', id: strongest.id, set: { when: rest } },
          },
        ]
      : []
  const left = casesOf(others.map(({ when }) => when))
  const isSettled = left.undecided.size === 0 && left.cases.every(({ met }) => met.length < 2)
  const always: Fix[] = isSettled
    ? [
        {
          title: `Let ${nameOf(strongest)} ask always`,
          command: { type: 'updateHandoff', id: strongest.id, set: { when: null } },
        },
      ]
    : []
  return [...widened, ...always]
}

function unreadable(handoff: Handoff & { readonly when: string }): Found {
  const read = parseFeel(handoff.when)
  const fault = read.ok ? '' : read.faults.map(({ message }) => message).join(', ')
  return {
    at: { handoff: handoff.id },
    kind: 'repair',
    grade: 'plain',
    because: 'it is asked always, whatever was meant',
    message: `The condition of ${nameOf(handoff)} cannot be read: ${fault}.`,
    facts: [{ name: 'condition', value: handoff.when, field: `handoffs/${handoff.id}/when` }],
    goesAwayIf: 'the condition is mended, or taken away',
    fixes: [
      {
        title: `Let ${nameOf(handoff)} ask always`,
        command: { type: 'updateHandoff', id: handoff.id, set: { when: null } },
      },
    ],
  }
}

function isUncovered({ counterexamples }: DesignContext, { at }: Handoff): boolean {
  return counterexamples.some(({ path, transitions }) =>
    'on' in at ? transitions.includes(at.on) : 'before' in at && path.includes(at.before),
  )
}

function strongestOf<H extends Handoff>(handoffs: readonly H[]): H {
  return handoffs.reduce((a, b) => (authorityOf(b.strength) > authorityOf(a.strength) ? b : a))
}

function placeName({ graph }: DesignContext, { at }: Handoff): string {
  const edge = 'on' in at ? graph.edgeOf.get(at.on) : undefined
  if (edge) return `On ${namedEdge(graph, edge)}`
  const v = 'before' in at ? graph.indexOf.get(at.before) : undefined
  return v === undefined ? 'Here' : `In front of ${named(graph, v)}`
}

function nameOf({ title, id }: Handoff): string {
  return `“${title || id}”`
}

// Random commands that mostly fit the workflow they are meant for: names are drawn from what is there, and now and then
// from nowhere, so that refusals are tried as well.
import { fragmentOf } from '../../shared/commands/fragment.ts'
import {
  DECISIONS,
  HANDOFF_KINDS,
  STEP_KINDS,
  STRENGTHS,
  TRANSITION_KINDS,
} from '../../shared/model/scales.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { NewHandoff } from '../../shared/commands/new-handoffs.ts'
import type { Place } from '../../shared/model/handoff.ts'
import type { Point, Workflow } from '../../shared/model/workflow.ts'

type Random = () => number
type Maker = (workflow: Workflow, random: Random) => Command

/** One maker for each command: a command that is forgotten here does not compile. */
const MAKERS: { readonly [T in Command['type']]: Maker } = {
  addStep: (_, r) => ({ type: 'addStep', step: step(r), ...(r() < 0.7 && { at: point(r) }) }),
  insertStep: (w, r) => ({ type: 'insertStep', on: one(w.transitions, r), step: step(r) }),
  updateSteps: (w, r) => ({ type: 'updateSteps', ids: some(w.steps, r), set: stepChanges(w, r) }),
  removeSteps: (w, r) => ({ type: 'removeSteps', ids: some(w.steps, r), ...(r() < 0.6 && { heal: true }) }),
  duplicateSteps: (w, r) => ({ type: 'duplicateSteps', ids: some(w.steps, r), offset: point(r) }),
  moveSteps: (w, r) => ({ type: 'moveSteps', positions: positions(w, r) }),
  setLayout: (w, r) => ({ type: 'setLayout', positions: positions(w, r) }),
  addGroup: (w, r) => ({ type: 'addGroup', group: { name: word(r), steps: some(w.steps, r) } }),
  updateGroup: (w, r) => ({
    type: 'updateGroup',
    id: one(w.layout.groups ?? [], r),
    set: r() < 0.5 ? { closed: r() < 0.5 } : { steps: some(w.steps, r), name: word(r) },
  }),
  removeGroup: (w, r) => ({ type: 'removeGroup', id: one(w.layout.groups ?? [], r) }),
  setClosed: (w, r) => ({ type: 'setClosed', ids: some(w.steps, r), closed: r() < 0.6 }),
  setLanes: (w, r) => ({
    type: 'setLanes',
    lanes: r() < 0.3 ? null : r() < 0.5 ? {} : { closed: some(w.parties, r) },
  }),
  addTransition: (w, r) => ({
    type: 'addTransition',
    transition: {
      from: one(w.steps, r),
      to: one(w.steps, r),
      ...(r() < 0.5 && { kind: pick(TRANSITION_KINDS, r), probability: Math.round(r() * 100) / 100 }),
    },
  }),
  updateTransition: (w, r) => ({
    type: 'updateTransition',
    id: one(w.transitions, r),
    set: { probability: r() < 0.3 ? null : r() * 1.05, label: word(r), 'x-other': [r() < 0.5] },
  }),
  setOdds: (w, r) => ({
    type: 'setOdds',
    id: one(w.transitions, r),
    probability: r() * 1.05,
    ...(r() < 0.4 && { kept: some(w.transitions, r) }),
  }),
  reconnectTransition: (w, r) => ({
    type: 'reconnectTransition',
    id: one(w.transitions, r),
    ...(r() < 0.5 ? { to: one(w.steps, r) } : { from: one(w.steps, r) }),
  }),
  removeTransitions: (w, r) => ({ type: 'removeTransitions', ids: some(w.transitions, r) }),
  addHandoff: (w, r) => ({ type: 'addHandoff', handoff: handoff(w, r) }),
  updateHandoff: (w, r) => ({
    type: 'updateHandoff',
    id: one(w.handoffs, r),
    set: { strength: pick(STRENGTHS, r), at: place(w, r), question: r() < 0.5 ? null : word(r) },
  }),
  removeHandoffs: (w, r) => ({ type: 'removeHandoffs', ids: some(w.handoffs, r) }),
  placeHandoffs: (w, r) => ({
    type: 'placeHandoffs',
    handoffs: [handoff(w, r), handoff(w, r)],
    ...(r() < 0.5 && w.handoffs.length > 0 && { removeHandoffs: some(w.handoffs, r) }),
    ...(r() < 0.5 && { removeSteps: some(w.steps, r) }),
  }),
  forbidPlace: (w, r) => ({ type: 'forbidPlace', at: place(w, r) }),
  allowPlace: (w, r) => ({
    type: 'allowPlace',
    at: r() < 0.2 || !w.placing?.forbidden.length ? place(w, r) : pick(w.placing.forbidden, r),
  }),
  waiveDemand: (w, r) => ({
    type: 'waiveDemand',
    waiver: { step: one(w.steps, r), reason: word(r), owner: 'Ana', expires: '2027-01-31' },
  }),
  endWaiver: (w, r) => ({
    type: 'endWaiver',
    step: r() < 0.2 || !w.placing?.waivers.length ? one(w.steps, r) : pick(w.placing.waivers, r).step,
  }),
  setBrief: (_, r) => ({
    type: 'setBrief',
    set: {
      objective: word(r),
      domains: [word(r), word(r)],
      envelope: r() < 0.5 ? null : { level: pick(STRENGTHS, r) },
    },
  }),
  setDocument: (_, r) => ({
    type: 'setDocument',
    name: word(r),
    ...(r() < 0.3 && { profile: { extends: word(r) } }),
  }),
  addParty: (_, r) => ({
    type: 'addParty',
    party: { name: word(r), kind: 'role', staff: Math.floor(r() * 5) },
  }),
  updateParty: (w, r) => ({
    type: 'updateParty',
    id: one(w.parties, r),
    set: { minutes: { confirm: r() < 0.5 ? null : Math.floor(r() * 9) }, name: word(r) },
  }),
  removeParty: (w, r) => ({ type: 'removeParty', id: one(w.parties, r) }),
  setDisposition: (w, r) => ({
    type: 'setDisposition',
    disposition: {
      ...(r() < 0.3
        ? { finding: pick(['X1', 'X4', 'S2'], r), scope: 'file' }
        : { finding: `S2@${one(w.steps, r)}` }),
      status: pick(['accepted', 'dismissed', 'snoozed', 'covered-by'], r),
      reason: word(r),
      ...(r() < 0.5 && { coveredBy: { handoff: one(w.handoffs, r) } }),
      ...(r() < 0.5 && { until: '2027-01-31' }),
    },
  }),
  clearDisposition: (w, r) => ({
    type: 'clearDisposition',
    finding: pick(w.dispositions, r)?.finding ?? 'none',
  }),
  setRulePack: (_, r) => ({
    type: 'setRulePack',
    pack: {
      id: pick(['house', 'team'], r),
      version: pick(['1', '2'], r),
      title: word(r) || 'Pack',
      rules: [
        { id: 'r', title: 'R', for: 'step', when: 'level > 2', severity: 'warning', message: 'See {name}' },
      ],
    },
  }),
  mergeImport: (w, r) => ({
    type: 'mergeImport',
    imported: {
      ...w,
      steps: w.steps
        .filter(() => r() < 0.8)
        .map(({ parent: _, compensatedBy: __, calls: ___, ...step }) => step),
      transitions: [],
      handoffs: [],
      origin: {
        format: 'mermaid',
        steps: w.steps.map(({ id, name }) => ({ step: id, source: id, name })),
        transitions: [],
      },
    },
  }),
  renameId: (w, r) => {
    const of = pick(['step', 'transition', 'handoff', 'party'] as const, r)
    const list = { step: w.steps, transition: w.transitions, handoff: w.handoffs, party: w.parties }[of]
    return {
      type: 'renameId',
      of,
      id: one(list, r),
      to: r() < 0.2 ? one(list, r) : `${word(r)}_${point(r)[0]}`,
    }
  },
  removeRulePack: (w, r) => ({ type: 'removeRulePack', id: pick(w.rulePacks ?? [], r)?.id ?? 'none' }),
  restoreParts: (w, r) => ({
    type: 'restoreParts',
    label: 'restore a part',
    patch: {
      lists: {
        steps: { put: [{ ...(pick(w.steps, r) ?? { kind: 'step' }), id: word(r) || 'new', name: word(r) }] },
        ...(r() < 0.3 && { handoffs: { remove: [one(w.handoffs, r)] } }),
        ...(r() < 0.3 && { transitions: { remove: [one(w.transitions, r)] } }),
      },
      ...(r() < 0.2 && { fields: { put: [['name', word(r)] as [string, unknown]] } }),
    },
  }),
  addNote: (_, r) => ({ type: 'addNote', note: { text: word(r), at: point(r) } }),
  updateNote: (w, r) => ({
    type: 'updateNote',
    id: one(w.layout.notes, r),
    set: { text: word(r), size: point(r) },
  }),
  removeNote: (w, r) => ({ type: 'removeNote', id: one(w.layout.notes, r) }),
  addScenario: (w, r) => ({
    type: 'addScenario',
    scenario: { name: word(r), script: [{ take: one(w.transitions, r) }, { decide: pick(DECISIONS, r) }] },
  }),
  updateScenario: (w, r) => ({
    type: 'updateScenario',
    id: one(w.scenarios, r),
    set: { seed: Math.floor(r() * 99) },
  }),
  removeScenario: (w, r) => ({ type: 'removeScenario', id: one(w.scenarios, r) }),
  pasteFragment: (w, r) => ({
    type: 'pasteFragment',
    ...fragmentOf(w, some(w.steps, r)),
    offset: point(r),
    ids: pick(['new', 'own'], r),
  }),
  batch: (w, r) => ({
    type: 'batch',
    label: 'several',
    commands: [MAKERS.addStep(w, r), MAKERS.updateSteps(w, r), MAKERS.removeTransitions(w, r)],
  }),
}

const TYPES = Object.keys(MAKERS) as readonly Command['type'][]

/** A command for this workflow; the same for the same chance. */
export function randomCommand(workflow: Workflow, random: Random): Command {
  return MAKERS[pick(TYPES, random)](workflow, random)
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}

function one(entries: readonly { readonly id: string }[], random: Random): string {
  return entries.length === 0 || random() < 0.03 ? 'nowhere' : pick(entries, random).id
}

function some(entries: readonly { readonly id: string }[], random: Random): string[] {
  return Array.from({ length: 1 + Math.floor(random() * 2) }, () => one(entries, random))
}

const WORDS = [
  'Pay',
  'Send mail',
  '10',
  '2',
  'constructor',
  '漢字',
  '',
  'Draft “it”',
  'a'.repeat(60),
  '<b>&amp;',
]
function word(random: Random): string {
  return pick(WORDS, random)
}

function point(random: Random): Point {
  return [Math.round(random() * 1000) - 500, Math.round(random() * 4000) / 4 - 500]
}

function positions(workflow: Workflow, random: Random): Record<string, Point> {
  return Object.fromEntries(some(workflow.steps, random).map((id) => [id, point(random)]))
}

function step(random: Random) {
  return {
    kind: pick(STEP_KINDS, random),
    name: word(random),
    ...(random() < 0.5 && {
      consequence: { level: pick([0, 1, 2, 3, 4] as const, random), domains: [word(random)] },
    }),
    ...(random() < 0.2 && { 'x-other': { deep: [word(random), null] } }),
  }
}

function stepChanges(workflow: Workflow, random: Random) {
  const all = {
    name: word(random),
    consequence: pick(
      [null, { level: null }, { level: 3, external: true }, { level: 9 as 4 }] as const,
      random,
    ),
    uncertainty: pick([null, { level: 2, label: 'intent' }] as const, random),
    party: random() < 0.3 ? null : one(workflow.parties, random),
    parent: random() < 0.5 ? null : one(workflow.steps, random),
    compensatedBy: random() < 0.5 ? null : one(workflow.steps, random),
    'x-other': random(),
  }
  return Object.fromEntries(Object.entries(all).filter(() => random() < 0.4))
}

function place(workflow: Workflow, random: Random): Place {
  if (random() < 0.5 && workflow.transitions.length > 0) return { on: one(workflow.transitions, random) }
  return random() < 0.8 ? { before: one(workflow.steps, random) } : { start: one(workflow.steps, random) }
}

function handoff(workflow: Workflow, random: Random): NewHandoff {
  return {
    kind: pick(HANDOFF_KINDS, random),
    strength: pick(STRENGTHS, random),
    at: place(workflow, random),
    ...(random() < 0.4 &&
      workflow.parties.length > 0 && { assignee: { role: one(workflow.parties, random) } }),
    ...(random() < 0.4 && { onReject: { to: random() < 0.3 ? null : one(workflow.steps, random) } }),
  }
}

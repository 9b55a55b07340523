// The columns of the table of steps: what a cell shows, how it is sorted, and what typed text means. Pure.
import type { Changes } from '../../../shared/commands/changes.ts'
import type { Reversibility, Level, StepKind, UncertaintyLabel } from '../../../shared/model/scales.ts'
import { STEP_KINDS, UNCERTAINTY_LABELS } from '../../../shared/model/scales.ts'
import type { Step } from '../../../shared/model/step.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { BY_HAND } from '../../canvas/basis.ts'
import { words } from '../../words/words.ts'

export const COLUMN_IDS = [
  'name',
  'kind',
  'verb',
  'domains',
  'consequence',
  'reversibility',
  'external',
  'security',
  'volume',
  'uncertainty',
  'label',
  'party',
  'handoffs',
  'findings',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** What the table knows of steps beyond their own fields. */
export interface TableFacts {
  readonly workflow: Workflow
  readonly handoffs: ReadonlyMap<string, string>
  readonly findings: ReadonlyMap<string, number>
}

export interface Column {
  readonly id: ColumnId
  /** Pixels. */
  readonly width: number
  /** As it is shown, copied and typed; empty where nobody has said. */
  readonly text: (step: Step, facts: TableFacts) => string
  /** For sorting; the text where absent. */
  readonly rank?: (step: Step, facts: TableFacts) => number | undefined
  /** The only texts that there are, where there is a closed list. */
  readonly options?: (workflow: Workflow) => readonly string[]
  /** What a text sets; empty text takes the field away. Null: it cannot be read. Absent: nobody can edit it. */
  readonly read?: (text: string, workflow: Workflow) => Changes<Step> | null
}

const said = words.table

export const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    width: 250,
    text: ({ name }) => name,
    read: (text) => (text === '' ? null : { name: text }),
  },
  {
    id: 'kind',
    width: 110,
    text: ({ kind }) => words.scales.stepKinds[kind],
    options: () => STEP_KINDS.map((kind) => words.scales.stepKinds[kind]),
    read: (text) => {
      const kind = keyOf<StepKind>(text, STEP_KINDS, words.scales.stepKinds)
      return kind === undefined ? null : { kind }
    },
  },
  { id: 'verb', width: 90, text: ({ verb }) => verb ?? '', read: (text) => ({ verb: text || null }) },
  {
    id: 'domains',
    width: 140,
    text: ({ consequence }) => consequence?.domains?.join(', ') ?? '',
    read: (text) => ({ consequence: { domains: listOf(text) } }),
  },
  scaleColumn(
    'consequence',
    (step) => step.consequence?.level,
    (level) => ({
      consequence: byHand(level as Level | null),
    }),
  ),
  scaleColumn(
    'reversibility',
    (step) => step.consequence?.reversibility,
    (reversibility) => ({ consequence: { reversibility: reversibility as Reversibility | null } }),
  ),
  flagColumn('external'),
  flagColumn('security'),
  {
    id: 'volume',
    width: 80,
    text: ({ consequence }) => (consequence?.volume === undefined ? '' : String(consequence.volume)),
    rank: ({ consequence }) => consequence?.volume,
    read: readVolume,
  },
  scaleColumn(
    'uncertainty',
    (step) => step.uncertainty?.level,
    (level) => ({
      uncertainty: byHand(level as Level | null),
    }),
  ),
  {
    id: 'label',
    width: 130,
    text: ({ uncertainty }) => (uncertainty?.label ? words.scales.labels[uncertainty.label] : ''),
    options: () => ['', ...UNCERTAINTY_LABELS.map((label) => words.scales.labels[label])],
    read: (text) => {
      if (text === '') return { uncertainty: { label: null } }
      const label = keyOf<UncertaintyLabel>(text, UNCERTAINTY_LABELS, words.scales.labels)
      return label === undefined ? null : { uncertainty: { label } }
    },
  },
  {
    id: 'party',
    width: 120,
    text: ({ party }, { workflow }) => nameOfParty(workflow, party),
    options: ({ parties }) => ['', ...parties.map(({ id, name }) => name || id)],
    read: (text, { parties }) => {
      if (text === '') return { party: null }
      const found = parties.find(({ id, name }) => same(name, text) || id === text)
      return found ? { party: found.id } : null
    },
  },
  { id: 'handoffs', width: 160, text: ({ id }, { handoffs }) => handoffs.get(id) ?? '' },
  {
    id: 'findings',
    width: 80,
    text: ({ id }, { findings }) => (findings.has(id) ? String(findings.get(id)) : ''),
    rank: ({ id }, { findings }) => findings.get(id),
  },
]

/** The column of that id. Throws for one that there is not, which is a mistake in the code. */
export function columnOf(id: ColumnId): Column {
  const found = COLUMNS.find((column) => column.id === id)
  if (!found) throw new Error(`no column is called ${id}`)
  return found
}

function scaleColumn(
  id: 'consequence' | 'reversibility' | 'uncertainty',
  valueOf: (step: Step) => number | undefined,
  set: (value: number | null) => Changes<Step>,
): Column {
  const scale = (): readonly string[] => words.scales[id]
  return {
    id,
    width: 120,
    text: (step) => {
      const value = valueOf(step)
      return value === undefined ? '' : (scale()[value] ?? '')
    },
    rank: valueOf,
    options: () => ['', ...scale()],
    read: (text) => {
      if (text === '') return set(null)
      const value = /^\d$/.test(text) ? Number(text) : scale().findIndex((word) => same(word, text))
      return value >= 0 && value < scale().length ? set(value) : null
    },
  }
}

function flagColumn(id: 'external' | 'security'): Column {
  return {
    id,
    width: 90,
    text: ({ consequence }) => {
      const flag = consequence?.[id]
      return flag === undefined ? '' : flag ? said.yes : said.no
    },
    options: () => ['', said.yes, said.no],
    read: (text) => {
      if (text === '') return { consequence: { [id]: null } }
      // What spreadsheets write for it, besides our own words.
      if ([said.yes, 'true', '1', 'x'].some((word) => same(word, text)))
        return { consequence: { [id]: true } }
      return [said.no, 'false', '0'].some((word) => same(word, text))
        ? { consequence: { [id]: false } }
        : null
    },
  }
}

// The same as a digit key leaves, so that every way of tagging ends in one document.
function byHand(level: Level | null): { readonly level: Level | null; readonly basis?: string } {
  return level === null ? { level } : { level, basis: BY_HAND }
}

function readVolume(text: string): Changes<Step> | null {
  if (text === '') return { consequence: { volume: null } }
  const volume = Number(text.replace(/[\s_]/g, ''))
  return Number.isFinite(volume) && volume >= 0 ? { consequence: { volume } } : null
}

function listOf(text: string): readonly string[] | null {
  const list = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return list.length === 0 ? null : list
}

function nameOfParty({ parties }: Workflow, id: string | undefined): string {
  if (id === undefined) return ''
  return parties.find((party) => party.id === id)?.name || id
}

function keyOf<K extends string>(
  text: string,
  keys: readonly K[],
  names: Readonly<Record<K, string>>,
): K | undefined {
  return keys.find((key) => same(names[key], text) || same(key, text))
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

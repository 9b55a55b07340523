// Words of the table of steps and of suggested tags.
import { EFFECTS } from '../../../shared/tagging/effects.ts'
import type { EffectName } from '../../../shared/tagging/effects.ts'

const effects = Object.fromEntries(Object.entries(EFFECTS).map(([name, { why }]) => [name, why])) as Readonly<
  Record<EffectName, string>
>

export const table = {
  title: 'Table of steps',
  columns: {
    name: 'Name',
    kind: 'Kind',
    verb: 'Does',
    domains: 'Touches',
    consequence: 'Consequence',
    reversibility: 'Reversible',
    external: 'External',
    security: 'Security',
    volume: 'Count',
    uncertainty: 'Uncertainty',
    label: 'Doubt about',
    party: 'Owner',
    handoffs: 'Handoff',
    findings: 'Findings',
  },
  yes: 'yes',
  no: 'no',
  filter: 'Filter steps',
  filterOf: (column: string) => `Filter ${column}`,
  chooseColumns: 'Columns',
  sortBy: (column: string) => `Sort by ${column}`,
  edit: (column: string, step: string) => `${column} of ${step}`,
  rows: (shown: number, all: number) => (shown === all ? `${all} steps` : `${shown} of ${all} steps`),
  hint: 'Enter edits, Ctrl Enter writes into every selected row, Ctrl D fills down, 0 to 4 set the consequence.',
  fill: 'Drag to fill',
  empty: 'There is no step yet.',
  noMatch: 'No step matches the filter.',
  refused: 'This cell cannot take that',
  refusedText: (text: string, column: string) =>
    `“${text}” cannot be read as ${column}. Nothing was changed.`,
  changed: (cells: number) => (cells === 1 ? '1 cell changed' : `${cells} cells changed`),
  copied: (cells: number) => (cells === 1 ? '1 cell copied' : `${cells} cells copied`),
  untagged: (untagged: number, suggested: number) =>
    `${untagged === 1 ? '1 step is untagged' : `${untagged} steps are untagged`}; ${suggested === 1 ? '1 has a suggestion' : `${suggested} have a suggestion`}`,
  accept: 'Accept tags',
  acceptAll: (n: number) => (n === 1 ? 'Accept 1 suggestion' : `Accept all ${n}`),
  dismiss: 'Dismiss',
  dismissAll: 'Dismiss all',
  restore: (n: number) => (n === 1 ? 'Show 1 dismissed' : `Show ${n} dismissed`),
  accepted: (n: number) => (n === 1 ? 'Tags of 1 step accepted' : `Tags of ${n} steps accepted`),
  suggested: (value: string, reason: string) => `suggested: ${value}, because it ${reason}`,
  suggestion: 'Suggested tags',
  effects,
  because: (from: 'verb' | 'name', word: string, effect: string) =>
    `${effect}: “${word}” in the ${from === 'verb' ? 'verb' : 'name'}`,
  judges: (word: string) => `gives a class or a figure: “${word}” in the name`,
  byKind: { model: 'is a model, which can be wrong', agent: 'is an agent, which chooses for itself' },
  confidence: { high: 'likely', fair: 'maybe', low: 'by its kind alone' },
} as const

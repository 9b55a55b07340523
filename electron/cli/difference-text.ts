// A difference as lines for the terminal: what is looser first, then behaviour, then what changed in the document.
import type {
  Behavioural,
  Change,
  Difference,
  FieldChange,
  Loosening,
} from '../../shared/model/difference.ts'
import type { Severity } from '../../shared/model/finding.ts'
import { counted, minutesText, painter, plain } from './terminal.ts'
import type { Style } from './terminal.ts'

type Paint = ReturnType<typeof painter>

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }
const MARKS = { added: '+', removed: '−', changed: '•' } as const
const MOST = 60

/** Lines for what lets more pass than before. */
export function looseningLines(loosened: readonly Loosening[], paint: Paint): readonly string[] {
  return loosened.map(
    ({ id, severity, message }) =>
      `  ${paint(STYLES[severity], severity.padEnd(7))} ${paint('bold', plain(id))}  ${plain(message)}`,
  )
}

/** Lines for the behaviour that is no loosening. */
export function behaviourLines(told: Behavioural, paint: Paint): readonly string[] {
  const { minutesPerRun: minutes, promptsPerRun: prompts } = told
  return [
    ...told.newlyGated.map(({ name }) => `  “${plain(name)}” is behind a person now.`),
    ...told.strengthened.map(
      ({ name, before, after }) => `  “${plain(name)}” is behind ${after} instead of ${before}.`,
    ),
    ...told.coverageGained.map(({ name }) => `  “${plain(name)}” is covered now.`),
    ...told.demandsRaised.map(
      ({ name, before, after }) => `  “${plain(name)}” needs ${after} instead of ${before}.`,
    ),
    `  ${counted(told.newFindings.length, 'new finding')}, ${counted(told.goneFindings.length, 'finding')} gone`,
    paint(
      'dim',
      `  ${minutesText(minutes.before)} → ${minutesText(minutes.after)} of people's time a run, ${round(prompts.before)} → ${round(prompts.after)} prompts`,
    ),
  ]
}

/** Lines for the document, one for each change; what was only moved is counted. */
export function changeLines({ structural, twins }: Difference, paint: Paint): readonly string[] {
  const moved = structural.filter(({ class: about }) => about === 'moved')
  return [
    ...structural.filter((change) => !moved.includes(change)).map((change) => changeLine(change, paint)),
    ...(moved.length > 0 ? [paint('dim', `  ${counted(moved.length, 'part')} of the drawing moved`)] : []),
    ...(twins.length > 0
      ? [paint('dim', `  ${counted(twins.length, 'part')} found again under another id`)]
      : []),
  ]
}

function changeLine({ kind, part, class: about, name, id, fields }: Change, paint: Paint): string {
  const what = plain(name === '' ? id : name)
  const how = kind === 'changed' ? `: ${fields.map(fieldText).join(', ')}` : ''
  return `  ${MARKS[kind]} ${paint('dim', about.padEnd(9))} ${part}${what === '' ? '' : ` “${what}”`}${how}`
}

function fieldText({ path, before, after }: FieldChange): string {
  return `${plain(path.join('/'))} ${valueText(before)} → ${valueText(after)}`
}

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = plain(JSON.stringify(value))
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

function round(value: number): number {
  return Number(value.toFixed(2))
}

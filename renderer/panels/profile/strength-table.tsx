// The table of required strength: how much harm down, how many of three facts across.
import type { Cell, ProfileSettings } from '../../../shared/model/profile.ts'
import { CELL_STRENGTHS, profileOf } from '../../../shared/model/profile.ts'
import { CONSEQUENCE_WORDS } from '../../../shared/model/scales.ts'
import type { Fault } from '../../../shared/support/result.ts'
import { words } from '../../words/words.ts'
import { CELL_ROWS, cellOf, isCellStrength, withCell } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile

interface StrengthTableProps {
  readonly draft: ProfileSettings
  readonly faults: readonly Fault[]
  readonly onChange: (draft: ProfileSettings) => void
}

export function StrengthTable({ draft, faults, onChange }: StrengthTableProps) {
  const wrong = new Map(faults.map(({ path, message }) => [path, message]))
  const messages = faults.filter(({ path }) => path.startsWith('strength'))
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{said.table}</h3>
      <p className={classes.hint}>{said.tableHint}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.corner}>{said.consequence}</span>
            </th>
            {said.facts.map((facts) => (
              <th key={facts} scope="col">
                {facts}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CELL_ROWS.map((cells, level) => (
            <tr key={level}>
              <th scope="row">{CONSEQUENCE_WORDS[level]}</th>
              {cells.map((cell, facts) => (
                <td key={cell}>
                  <CellField
                    draft={draft}
                    cell={cell}
                    label={`${CONSEQUENCE_WORDS[level]}, ${said.facts[facts]}`}
                    fault={wrong.get(`strength["${cell}"]`)}
                    onChange={onChange}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {messages.map(({ path, message }) => (
        <p key={path} className={classes.bad} role="alert">
          {said.cellFault(
            cellName(path),
            message.replace(/“(\d\/\d)”/, (_, cell: string) => `“${cellName(cell)}”`),
          )}
        </p>
      ))}
    </section>
  )
}

interface CellFieldProps extends Omit<StrengthTableProps, 'faults'> {
  readonly cell: Cell
  readonly label: string
  readonly fault: string | undefined
}

function CellField({ draft, cell, label, fault, onChange }: CellFieldProps) {
  const value = cellOf(profileOf(draft), cell)
  const isOwn = value !== cellOf(profileOf({ extends: draft.extends }), cell)
  return (
    <select
      className={classes.cell}
      data-strength={value}
      data-own={isOwn || undefined}
      aria-label={label}
      aria-invalid={fault !== undefined || undefined}
      title={fault}
      value={value}
      onChange={(event) => {
        const { value: next } = event.currentTarget
        if (isCellStrength(next)) onChange(withCell(draft, cell, next))
      }}
    >
      {CELL_STRENGTHS.map((strength) => (
        <option key={strength} value={strength}>
          {said.strengths[strength]}
        </option>
      ))}
    </select>
  )
}

/** `strength["3/2"]`, or `3/2`, as it is called in the table. */
function cellName(path: string): string {
  const [, level = '0', facts = '0'] = /(\d)\/(\d)/.exec(path) ?? []
  return `${CONSEQUENCE_WORDS[Number(level)]}, ${said.facts[Number(facts)]}`
}

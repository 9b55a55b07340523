// How the analysis reads the document: what a join of parallel branches carries, and the day that it is judged on.
import { isMoment } from '../../../shared/model/disposition.ts'
import { JOIN_MODES } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { PickOne } from './fields/choice-field.tsx'
import { TextField } from './fields/text-field.tsx'

const said = words.inspector
const JOINS = JOIN_MODES.map((value) => ({ value, label: said.joins[value] }))

export function ReadingFields({ semantics, asOf }: Pick<Workflow, 'semantics' | 'asOf'>) {
  return (
    <>
      <PickOne
        label={said.join}
        path="semantics/join"
        hint={semantics?.join === 'causal' ? said.joinCausalHint : said.joinPathHint}
        options={JOINS}
        value={semantics?.join ?? 'path'}
        onCommit={(chosen) => setJoin(semantics, chosen === 'causal' ? chosen : null)}
      />
      <TextField
        label={said.asOf}
        path="asOf"
        hint={said.asOfHint}
        placeholder="2027-01-31"
        value={asOf ?? ''}
        refuse={(text) => (text.trim() === '' || isMoment(text.trim()) ? undefined : said.dayAllowed)}
        onCommit={(text) =>
          void runCommand(
            { type: 'setDocument', asOf: text.trim() === '' ? null : text.trim() },
            { coalesce: 'day of judgement' },
          )
        }
      />
    </>
  )
}

function setJoin(semantics: Workflow['semantics'], join: 'causal' | null): void {
  const { join: _, ...rest } = semantics ?? {}
  const next = join === null ? rest : { ...rest, join }
  runCommand({ type: 'setDocument', semantics: Object.keys(next).length === 0 ? null : next })
}

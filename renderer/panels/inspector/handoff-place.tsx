// Where a handoff stands: before a step, on a transition, or at a start.
import type { Place } from '../../../shared/model/handoff.ts'
import { words } from '../../words/words.ts'
import { updateHandoff } from './edits.ts'
import { OneOf } from './fields/choice-field.tsx'
import type { HandoffFieldsProps } from './handoff-fields.ts'
import classes from './inspector.module.css'
import { startOptions, stepOptions, transitionOptions } from './options.ts'
import type { Option } from './options.ts'

type Where = 'before' | 'on' | 'start'

const said = words.inspector
const choices = (): readonly Option<Where>[] => [
  { value: 'before', label: said.placeBefore },
  { value: 'on', label: said.placeOn },
  { value: 'start', label: said.placeStart },
]

export function HandoffPlace({ workflow, handoff }: HandoffFieldsProps) {
  const { where, what } = read(handoff.at)
  const offered: Readonly<Record<Where, readonly Option<string>[]>> = {
    before: stepOptions(workflow, null),
    on: transitionOptions(workflow),
    start: startOptions(workflow),
  }
  const move = (at: Place): void => updateHandoff(handoff.id, { at })
  return (
    <div className={classes.place} data-field="at">
      <OneOf
        label={said.placeKind}
        path="at/where"
        options={choices().filter(({ value }) => offered[value].length > 0)}
        value={where}
        onCommit={(next) => next !== where && move(placeOf(next, offered[next][0]!.value))}
      />
      <OneOf
        label={said.placeWhat}
        path="at/what"
        options={offered[where]}
        value={what}
        onCommit={(next) => move(placeOf(where, next))}
      />
    </div>
  )
}

function read(place: Place): { readonly where: Where; readonly what: string } {
  if ('before' in place) return { where: 'before', what: place.before }
  return 'on' in place ? { where: 'on', what: place.on } : { where: 'start', what: place.start }
}

function placeOf(where: Where, what: string): Place {
  switch (where) {
    case 'before':
      return { before: what }
    case 'on':
      return { on: what }
    case 'start':
      return { start: what }
  }
}

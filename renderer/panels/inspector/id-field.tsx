// The id of a part: what files, policies and runtimes call it. Changed as a whole, by Enter or on leaving the field.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { applyCommand } from '../../../shared/commands/apply.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { useActiveId } from '../../state/hooks.ts'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import classes from './inspector.module.css'

const said = words.inspector
const SELECTED = { step: 'steps', transition: 'transitions', handoff: 'handoffs' } as const

interface IdFieldProps {
  readonly workflow: Workflow
  readonly of: keyof typeof SELECTED
  readonly id: string
}

export function IdField({ workflow, of, id }: IdFieldProps) {
  const tab = useActiveId()
  const [typed, setTyped] = useState<string | null>(null)
  const command = { type: 'renameId', of, id, to: typed ?? id } as const
  // Asked beforehand, so that the fault stands beside the field instead of in a message.
  const tried = typed === null ? undefined : applyCommand(workflow, command)
  const fault = tried && !tried.ok ? tried.faults[0]?.message : undefined
  const commit = (): void => {
    if (fault !== undefined || typed === null) return
    setTyped(null)
    if (runCommand(command) && tab !== null) select(tab, { [SELECTED[of]]: [typed] })
  }
  return (
    <TextInput
      label={said.id}
      description={said.idHint}
      classNames={{ input: classes.code ?? '' }}
      spellCheck={false}
      value={typed ?? id}
      error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || typed === null) return
        event.stopPropagation()
        setTyped(null)
      }}
      data-field="id"
    />
  )
}

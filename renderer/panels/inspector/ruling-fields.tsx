// What people ruled about the whole document: where no handoff is suggested, and whose risks somebody accepts.
import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { placeText, stepName } from '../parts/names.ts'
import classes from './inspector.module.css'

const said = words.inspector

export function RulingFields({ workflow }: { readonly workflow: Workflow }) {
  const { forbidden = [], waivers = [] } = workflow.placing ?? {}
  return (
    <div className={classes.fields} data-field="placing">
      <ul className={classes.list}>
        {forbidden.map((at) => {
          const place = said.forbiddenAt(placeText(workflow, at))
          return (
            <Ruling
              key={placeKey(at)}
              name={place}
              onRemove={() => void runCommand({ type: 'allowPlace', at })}
            >
              {place}
            </Ruling>
          )
        })}
        {waivers.map(({ step, owner, expires, reason }) => (
          <Ruling
            key={`waiver ${step}`}
            name={said.waiverOf(stepName(workflow, step))}
            onRemove={() => void runCommand({ type: 'endWaiver', step })}
          >
            {said.waiverOf(stepName(workflow, step))}
            <div className={classes.hint}>{said.waiver(owner, expires, reason)}</div>
          </Ruling>
        ))}
      </ul>
    </div>
  )
}

interface RulingProps {
  readonly name: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Ruling({ name, onRemove, children }: RulingProps) {
  return (
    <li className={classes.oddsRow}>
      <div className={classes.ruling}>{children}</div>
      <ActionIcon aria-label={said.remove(name)} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  )
}

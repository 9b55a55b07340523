// Who is asked next when nobody answers, in order.
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { words } from '../../words/words.ts'
import { updateHandoff } from './edits.ts'
import { OneOf } from './fields/choice-field.tsx'
import { DurationField } from './fields/text-field.tsx'
import type { HandoffFieldsProps } from './handoff-fields.ts'
import classes from './inspector.module.css'
import { partyOptions, timeoutOptions } from './options.ts'

const said = words.inspector

export function EscalationFields({ workflow, handoff }: HandoffFieldsProps) {
  const rungs = handoff.escalation ?? []
  const parties = partyOptions(workflow)
  const save = (next: typeof rungs, typed?: string): void =>
    updateHandoff(
      handoff.id,
      { escalation: next.length === 0 ? null : next },
      typed === undefined ? {} : { typed },
    )
  const change = (index: number, set: object, typed?: string): void =>
    save(
      rungs.map((rung, i) => (i === index ? { ...rung, ...set } : rung)),
      typed,
    )
  const first = parties[0]
  return (
    <div className={classes.fields} data-field="escalation">
      <span className={classes.label}>{said.escalation}</span>
      <ul className={classes.list}>
        {rungs.map((rung, index) => (
          <li key={index} className={classes.listRow3}>
            <OneOf
              label={said.escalationWho}
              labelHidden
              path={`escalation/${index}/role`}
              options={parties}
              value={rung.role}
              onCommit={(role) => change(index, { role })}
            />
            <DurationField
              label={said.escalationAfter}
              labelHidden
              path={`escalation/${index}/after`}
              value={rung.after}
              required
              onCommit={(after) => after !== null && change(index, { after }, `escalation ${index}`)}
            />
            <OneOf
              label={said.escalationThen}
              labelHidden
              path={`escalation/${index}/then`}
              options={timeoutOptions}
              value={rung.then}
              onCommit={(then) => change(index, { then })}
            />
            <ActionIcon
              aria-label={said.remove(rung.role)}
              onClick={() => save(rungs.filter((_, i) => i !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {first ? (
        <Button
          leftSection={<IconPlus size={14} />}
          onClick={() => save([...rungs, { role: first.value, after: 'PT1H', then: 'reject' }])}
        >
          {said.addEscalation}
        </Button>
      ) : (
        <div className={classes.hint}>{said.escalationNeedsParty}</div>
      )}
    </div>
  )
}

// Everything that can be said about one handoff: who is asked what, with which evidence, and what follows.
import { Button } from '@mantine/core'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { Section } from '../parts/section.tsx'
import { updateHandoff } from './edits.ts'
import { EscalationFields } from './escalation-fields.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import { Chip, MaybeOneOf, OneOf, SomeOf, TagsField } from './fields/choice-field.tsx'
import { ConditionField } from './fields/condition-field.tsx'
import { DurationField, NumberField, TextField } from './fields/text-field.tsx'
import { withMembers } from './handoff-fields.ts'
import type { HandoffFieldsProps } from './handoff-fields.ts'
import { HandoffPlace } from './handoff-place.tsx'
import { HandoffValidity } from './handoff-validity.tsx'
import classes from './inspector.module.css'
import {
  decisionOptions,
  handoffKindOptions,
  partyOptions,
  stepOptions,
  strengthOptions,
  timeoutOptions,
} from './options.ts'

const said = words.inspector
/** A "no" that leads to no step stops the run. */
const SAFE_STOP = '\u0000stop'

export function HandoffInspector({ workflow, handoff }: HandoffFieldsProps) {
  return (
    <>
      <Section title={said.handoff}>
        <Basics workflow={workflow} handoff={handoff} />
      </Section>
      <Section title={said.assignee}>
        <Who workflow={workflow} handoff={handoff} />
      </Section>
      <Section title={said.decisions}>
        <Decisions workflow={workflow} handoff={handoff} />
      </Section>
      <Section title={said.evidence}>
        <EvidenceFields workflow={workflow} handoff={handoff} />
      </Section>
      <Section title={said.answers}>
        <Silence handoff={handoff} />
        <EscalationFields workflow={workflow} handoff={handoff} />
      </Section>
      <Section title={said.validity}>
        <HandoffValidity workflow={workflow} handoff={handoff} />
      </Section>
      <div className={classes.fields}>
        <Button
          color="red"
          variant="light"
          onClick={() => void runCommand({ type: 'removeHandoffs', ids: [handoff.id] })}
        >
          {said.removeHandoff}
        </Button>
      </div>
    </>
  )
}

function Basics({ workflow, handoff }: HandoffFieldsProps) {
  const { id } = handoff
  return (
    <div className={classes.fields}>
      <TextField
        label={said.title_}
        path="title"
        placeholder={said.titleHint}
        value={handoff.title ?? ''}
        onCommit={(title) => updateHandoff(id, { title: title === '' ? null : title }, { typed: 'title' })}
      />
      <TextField
        label={said.question}
        path="question"
        placeholder={said.questionHint}
        rows={2}
        value={handoff.question ?? ''}
        onCommit={(text) => updateHandoff(id, { question: text === '' ? null : text }, { typed: 'question' })}
      />
      <div className={classes.pair}>
        <OneOf
          label={said.handoffKind}
          path="kind"
          options={handoffKindOptions}
          value={handoff.kind}
          onCommit={(kind) => updateHandoff(id, { kind })}
        />
        <OneOf
          label={said.strength}
          path="strength"
          options={strengthOptions}
          value={handoff.strength}
          onCommit={(strength) => updateHandoff(id, { strength })}
        />
      </div>
      <div className={classes.hint}>{said.strengthHints[handoff.strength]}</div>
      <HandoffPlace workflow={workflow} handoff={handoff} />
      <ConditionField
        label={said.when}
        path="when"
        hint={said.whenHint}
        value={handoff.when}
        faults="refused"
        onCommit={(when) => updateHandoff(id, { when }, { typed: 'when' })}
      />
      <div className={classes.field}>
        <div className={classes.chips}>
          <Chip
            label={said.pinned}
            path="pinned"
            on={handoff.pinned === true}
            onToggle={() => updateHandoff(id, { pinned: handoff.pinned ? null : true })}
          />
        </div>
        <div className={classes.hint}>{said.pinnedHint}</div>
      </div>
    </div>
  )
}

function Who({ workflow, handoff }: HandoffFieldsProps) {
  const { id, assignee, quorum } = handoff
  const setAssignee = (change: {
    readonly role?: string | null
    readonly users?: readonly string[] | null
  }): void => updateHandoff(id, { assignee: withMembers(assignee, change) })
  const setQuorum = (change: object): void =>
    updateHandoff(id, { quorum: { approvals: 1, ...quorum, ...change } }, { typed: 'quorum' })
  return (
    <div className={classes.fields}>
      <MaybeOneOf
        label={said.assigneeRole}
        path="assignee/role"
        options={partyOptions(workflow)}
        value={assignee?.role}
        none={said.assigneeNone}
        hint={workflow.parties.length === 0 ? said.escalationNeedsParty : undefined}
        onCommit={(role) => setAssignee({ role })}
      />
      <TagsField
        label={said.users}
        path="assignee/users"
        value={assignee?.users ?? []}
        suggestions={[]}
        onCommit={(users) => setAssignee({ users: users.length === 0 ? null : users })}
      />
      <NumberField
        label={said.quorum}
        path="quorum/approvals"
        value={quorum?.approvals}
        min={1}
        max={1000}
        whole
        placeholder={handoff.strength === 'two-person' ? '2' : '1'}
        onCommit={(approvals) =>
          approvals === null ? updateHandoff(id, { quorum: null }) : setQuorum({ approvals })
        }
      />
      <div className={classes.chips}>
        <Chip
          label={said.distinct}
          path="quorum/distinct"
          on={quorum?.distinct === true}
          onToggle={() => setQuorum({ distinct: quorum?.distinct !== true })}
        />
        <Chip
          label={said.excludeProposer}
          path="quorum/excludeProposer"
          on={quorum?.excludeProposer === true}
          onToggle={() => setQuorum({ excludeProposer: quorum?.excludeProposer !== true })}
        />
      </div>
    </div>
  )
}

function Decisions({ workflow, handoff }: HandoffFieldsProps) {
  const { id, onReject } = handoff
  const targets = [{ value: SAFE_STOP, label: said.onRejectStop }, ...stepOptions(workflow, null)]
  return (
    <div className={classes.fields}>
      <SomeOf
        label={said.decisionsAllowed}
        path="decisions"
        hint={handoff.decisions === undefined ? said.decisionsHint : undefined}
        options={decisionOptions}
        value={handoff.decisions ?? []}
        onCommit={(decisions) =>
          updateHandoff(id, { decisions: decisions.length === 0 ? null : [...decisions] })
        }
      />
      <div className={classes.pair}>
        <MaybeOneOf
          label={said.onReject}
          path="onReject/to"
          options={targets}
          value={onReject && (onReject.to ?? SAFE_STOP)}
          none={said.onRejectUnset}
          onCommit={(to) =>
            updateHandoff(id, {
              onReject: to === null ? null : { ...onReject, to: to === SAFE_STOP ? null : to },
            })
          }
        />
        {onReject && (
          <NumberField
            label={said.maxReproposals}
            path="onReject/maxReproposals"
            value={onReject.maxReproposals}
            min={0}
            max={1000}
            whole
            onCommit={(max) =>
              updateHandoff(
                id,
                { onReject: withMembers(onReject, { maxReproposals: max }) },
                { typed: 'reproposals' },
              )
            }
          />
        )}
      </div>
    </div>
  )
}

function Silence({ handoff }: Pick<HandoffFieldsProps, 'handoff'>) {
  const { id, timeout } = handoff
  if (!timeout) {
    return (
      <div className={classes.fields}>
        <div className={classes.hint}>{said.timeoutOff}</div>
        <Button
          data-field="timeout"
          onClick={() => updateHandoff(id, { timeout: { after: 'PT4H', then: 'abort' } })}
        >
          {said.addTimeout}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.fields} data-field="timeout">
      <div className={classes.pair}>
        <DurationField
          label={said.timeoutAfter}
          path="timeout/after"
          value={timeout.after}
          required
          onCommit={(after) =>
            after !== null && updateHandoff(id, { timeout: { ...timeout, after } }, { typed: 'after' })
          }
        />
        <OneOf
          label={said.timeoutThen}
          path="timeout/then"
          options={timeoutOptions}
          value={timeout.then}
          onCommit={(then) => updateHandoff(id, { timeout: { ...timeout, then } })}
        />
      </div>
      <div className={classes.hint}>{said.timeoutHint}</div>
      <Button onClick={() => updateHandoff(id, { timeout: null })}>{said.removeTimeout}</Button>
    </div>
  )
}

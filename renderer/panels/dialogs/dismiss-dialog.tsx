// A decision about a finding: dismissed for a reason, covered by something, or put off until a day; for this place, for
// the rule in this document, or everywhere. What it hides is shown before it is taken.
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { hiddenBy } from '../../../shared/analysis/dispositions.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { GUARDS } from '../../../shared/model/profile.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { decideFinding, dismissSuggestion, dispositionFor } from '../../state/decisions.ts'
import type { DecisionAboutFinding } from '../../state/decisions.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { useAnalysis, useWorkflow } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { subjectName } from '../parts/names.ts'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { CoverFields, DismissFields, ScopeFields, SnoozeFields } from './decision-fields.tsx'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { decisionOf, EMPTY_DECISION } from './decision-draft.ts'
import type { DecisionDraft } from './decision-draft.ts'

const said = words.dialogs.dismiss
const STATUSES = ['dismissed', 'covered-by', 'snoozed'] as const
/** Enough to recognise what goes; the count says the rest. */
const SHOWN = 4

interface DismissDialogProps {
  readonly finding: string
  /** Key of the place whose suggested handoff is dismissed, with every finding that asks for it. */
  readonly suggestion: string | undefined
}

export function DismissDialog({ finding: id, suggestion }: DismissDialogProps) {
  const finding = useAnalysis()?.findings.find((other) => other.id === id)
  const workflow = useWorkflow()
  if (finding && workflow) return <Decide finding={finding} workflow={workflow} suggestion={suggestion} />
  return (
    <DialogFrame title={said.title}>
      <p className={classes.text}>{said.gone}</p>
    </DialogFrame>
  )
}

interface DecideProps {
  readonly finding: Finding
  readonly workflow: Workflow
  readonly suggestion: string | undefined
}

function Decide({ finding, workflow, suggestion }: DecideProps) {
  const [draft, setDraft] = useState<DecisionDraft>(EMPTY_DECISION)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<DecisionDraft>): void => setDraft((now) => ({ ...now, ...change }))
  const { decision, fault } = decisionOf(draft)
  const confirm = (): void => {
    setTried(true)
    if (!decision) return
    finishDialog()
    if (suggestion === undefined || draft.scope !== 'place') decideFinding(finding, decision)
    else dismissSuggestion(suggestion, decision)
  }
  const fields = {
    draft,
    set,
    onConfirm: confirm,
    ...(tried && fault !== undefined && { error: said.faults[fault] }),
  }
  return (
    <DialogFrame title={said.title} width={520}>
      <div className={classes.finding}>
        <SeverityMark severity={finding.severity} />
        <span className={classes.place}>{finding.rule}</span>
        <span>{words.common.say(finding.message)}</span>
      </div>
      <SegmentedControl
        fullWidth
        aria-label={said.title}
        value={draft.status}
        onChange={(status) => set({ status })}
        data={STATUSES.map((value) => ({ value, label: said.statuses[value] }))}
      />
      {draft.status === 'dismissed' && <DismissFields {...fields} />}
      {draft.status === 'covered-by' && <CoverFields {...fields} workflow={workflow} />}
      {draft.status === 'snoozed' && <SnoozeFields {...fields} />}
      <ScopeFields draft={draft} set={set} rule={finding.rule} guard={GUARDS.has(finding.rule)} />
      <Preview
        finding={finding}
        workflow={workflow}
        decision={decision ?? { status: draft.status, reason: '', scope: draft.scope }}
      />
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" onClick={confirm}>
          {said.confirm[draft.status]}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

interface PreviewProps {
  readonly finding: Finding
  readonly workflow: Workflow
  readonly decision: DecisionAboutFinding
}

function Preview({ finding, workflow, decision }: PreviewProps) {
  const analysis = useAnalysis()
  const hidden = analysis ? hiddenBy(dispositionFor(finding, decision), analysis.findings, workflow) : []
  const [first, ...others] = hidden
  return (
    <div className={classes.preview} aria-live="polite">
      <strong>{said.hides(hidden.length, decision.scope ?? 'place')}</strong>
      {first && others.length > 0 && (
        <ul className={classes.list}>
          {hidden.slice(0, SHOWN).map(({ id, message, place }) => (
            <li key={id}>{subjectName(workflow, place) || words.common.say(message)}</li>
          ))}
          {hidden.length > SHOWN && <li>{said.more(hidden.length - SHOWN)}</li>}
        </ul>
      )}
      <span className={classes.hint}>
        {decision.scope === 'place' || decision.scope === undefined ? said.hint : said.wideHint}
      </span>
    </div>
  )
}

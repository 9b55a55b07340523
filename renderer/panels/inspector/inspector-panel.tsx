// The inspector: whatever is selected, with everything that can be said about it.
import { useRef } from 'react'
import type { ReactNode } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { useActiveTab, useAnalysis, useSimulation, useTabView } from '../../state/hooks.ts'
import type { FocusRequest, Selection } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { lookupOf } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import { Section } from '../parts/section.tsx'
import { RunNow } from '../simulation/run-now.tsx'
import { DocumentInspector } from './document-inspector.tsx'
import { HandoffInspector } from './handoff-inspector.tsx'
import classes from './inspector.module.css'
import { StepInspector } from './step-inspector.tsx'
import { ConsequenceTags, UncertaintyTags } from './step-tags.tsx'
import { SuggestedTags } from './suggested-tags.tsx'
import { SuggestionInspector } from './suggestion-inspector.tsx'
import { TransitionInspector } from './transition-inspector.tsx'
import { useFieldFocus } from './use-field-focus.ts'

const said = words.inspector

export function InspectorPanel() {
  const tab = useActiveTab()
  const analysis = useAnalysis()
  const selection = useTabView((view) => view.selection)
  const focus = useTabView((view) => view.focus)
  const simulation = useSimulation()
  const running = useTabView((view) => view.mode) === 'simulate' && simulation.run !== null
  const panel = useRef<HTMLFieldSetElement>(null)
  useFieldFocus(panel, focus, tab !== null && focus !== null && isThere(tab.history.present, focus))
  if (!tab) return <EmptyState title={words.common.nothingOpen} />
  const workflow = tab.history.present
  return (
    <div className={parts.panel}>
      <div className={parts.body}>
        {running && (
          <Section title={words.simulation.thisRun}>
            <RunNow />
          </Section>
        )}
        {tab.readOnly !== null && (
          <p className={classes.readOnly}>
            {said.readOnly} {tab.readOnly}
          </p>
        )}
        <fieldset
          ref={panel}
          className={classes.whole}
          disabled={tab.readOnly !== null}
          aria-label={said.title}
        >
          {content(workflow, analysis, selection, tab.id)}
        </fieldset>
      </div>
    </div>
  )
}

function isThere(workflow: Workflow, { kind, element }: FocusRequest): boolean {
  if (kind === 'document') return true
  const { steps, transitions, handoffs } = lookupOf(workflow)
  return { step: steps, transition: transitions, handoff: handoffs }[kind].has(element)
}

// Keys make every element's fields start afresh: a half-typed text must never end up in another element.
function content(
  workflow: Workflow,
  analysis: Analysis | null,
  selection: Selection,
  tab: string,
): ReactNode {
  const { steps, transitions, handoffs } = lookupOf(workflow)
  if (selection.suggestion !== null) {
    return <SuggestionInspector workflow={workflow} analysis={analysis} place={selection.suggestion} />
  }
  const chosen = selection.steps.flatMap((id) => steps.get(id) ?? [])
  if (chosen.length > 1) {
    return (
      <div key={selection.steps.join(' ')}>
        <SuggestedTags steps={chosen} />
        <Section title={said.several(chosen.length)}>
          <p className={`${classes.plain} ${classes.mute}`}>{said.severalHint}</p>
          <ConsequenceTags steps={chosen} />
        </Section>
        <Section title={said.uncertaintyTitle}>
          <UncertaintyTags steps={chosen} />
        </Section>
      </div>
    )
  }
  const [step] = chosen
  if (step)
    return <StepInspector key={`${tab} ${step.id}`} workflow={workflow} analysis={analysis} step={step} />
  const handoff = handoffs.get(selection.handoffs.at(-1) ?? '')
  if (handoff) return <HandoffInspector key={`${tab} ${handoff.id}`} workflow={workflow} handoff={handoff} />
  const transition = transitions.get(selection.transitions.at(-1) ?? '')
  if (transition) {
    return (
      <TransitionInspector
        key={`${tab} ${transition.id}`}
        workflow={workflow}
        analysis={analysis}
        transition={transition}
      />
    )
  }
  return <DocumentInspector key={tab} workflow={workflow} />
}

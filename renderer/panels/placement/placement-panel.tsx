// The suggested handoffs: what, where, at what price and why, to be placed at once or one by one.
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconCheck, IconEyeX } from '@tabler/icons-react'
import { demandsSomebody } from '../../../shared/model/analysis.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { PlacedHandoff } from '../../../shared/model/placement.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { runAppCommand } from '../../commands/registry.ts'
import { findingsAt } from '../../../shared/analysis/open-suggestions.ts'
import { acceptRemoval, acceptSuggestion } from '../../state/decisions.ts'
import { openDialog } from '../../state/dialogs.ts'
import {
  useActiveId,
  useOpenSuggestions,
  useTabAnalysis,
  useTabView,
  useView,
  useWorkflow,
} from '../../state/hooks.ts'
import { select, setPlacementView, showWalk } from '../../state/view.ts'
import type { PlacementView, ViewState } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { handoffName, handoffPhrase, lookupOf, stepName, walkText } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import { AttentionView } from './attention-view.tsx'
import { CurveView } from './curve-view.tsx'
import { MinutesPlot } from './minutes-plot.tsx'
import classes from './placement.module.css'

const said = words.placement
const VIEWS: readonly PlacementView[] = ['suggestions', 'attention', 'curve']
const placementView = (state: ViewState): PlacementView => state.placementView

export function PlacementPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const { analysis, whole, error } = useTabAnalysis()
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  if (!analysis) return <EmptyState title={error ?? words.findings.waiting} />
  return <Placement tab={tab} workflow={workflow} analysis={analysis} isOlder={analysis !== whole} />
}

interface PlacementProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis
}

function Placement({ tab, workflow, analysis, isOlder }: PlacementProps & { readonly isOlder: boolean }) {
  const shown = useView(placementView)
  const suggestions = useOpenSuggestions(workflow, analysis)
  // The analysis may be a moment older than the document: what has just been removed is not offered again.
  const removable = analysis.placement.remove.filter((id) => isThere(workflow, id))
  return (
    <div className={parts.panel}>
      <div className={parts.bar}>
        {suggestions.length > 0 && (
          <Button variant="filled" onClick={() => runAppCommand('handoffs.place')}>
            {said.placeAll(suggestions.length)}
          </Button>
        )}
        <span className={parts.grow} />
        <SegmentedControl
          size="xs"
          aria-label={said.view}
          value={shown}
          onChange={(value) => setPlacementView(value)}
          data={VIEWS.map((value) => ({ value, label: said.views[value] }))}
        />
      </div>
      <div className={classes.holder}>
        {shown === 'attention' && (
          <AttentionView tab={tab} workflow={workflow} analysis={analysis} isOlder={isOlder} />
        )}
        {shown === 'curve' && <CurveView tab={tab} workflow={workflow} analysis={analysis} />}
        {shown === 'suggestions' && (
          <div className={classes.split}>
            <div className={classes.scroll}>
              {suggestions.length > 0 ? (
                <SuggestionTable
                  tab={tab}
                  workflow={workflow}
                  analysis={analysis}
                  suggestions={suggestions}
                />
              ) : (
                <Done analysis={analysis} />
              )}
              {removable.length > 0 && (
                <Removals tab={tab} workflow={workflow} analysis={analysis} ids={removable} />
              )}
            </div>
            <aside className={classes.side} aria-label={said.summary} tabIndex={0}>
              <MinutesPlot analysis={analysis} />
            </aside>
          </div>
        )}
      </div>
    </div>
  )
}

function Done({ analysis }: Pick<PlacementProps, 'analysis'>) {
  if (analysis.placement.handoffs.length > 0)
    return <EmptyState title={said.doneTitle}>{said.dismissedAll}</EmptyState>
  return (
    <EmptyState title={said.doneTitle}>
      {demandsSomebody(analysis) ? said.doneText : said.nothingText}
    </EmptyState>
  )
}

function SuggestionTable(props: PlacementProps & { readonly suggestions: readonly PlacedHandoff[] }) {
  const selected = useTabView((view) => view.selection.suggestion)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.kind}>
            {said.columns.handoff}
          </th>
          <th scope="col">{said.columns.why}</th>
          <th scope="col" className={classes.wide}>
            {said.columns.walk}
          </th>
          <th scope="col" className={classes.number}>
            {said.columns.minutes}
          </th>
          <th scope="col" className={classes.actions}>
            <span className="hidden-text">{said.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.suggestions.map((placed) => (
          <SuggestionRow
            key={placeKey(placed.at)}
            {...props}
            placed={placed}
            selected={selected === placeKey(placed.at)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface SuggestionRowProps extends PlacementProps {
  readonly placed: PlacedHandoff
  readonly selected: boolean
}

function SuggestionRow({ tab, workflow, analysis, placed, selected }: SuggestionRowProps) {
  const key = placeKey(placed.at)
  const phrase = handoffPhrase(workflow, placed)
  const walk = walkText(workflow, placed.walk)
  const [finding] = findingsAt(analysis, key)
  const show = (): void => {
    select(tab, { suggestion: key })
    showWalk(tab, placed.walk.length > 1 ? { steps: placed.walk, why: placed.why } : null)
  }
  return (
    <tr data-selected={selected || undefined}>
      <td className={classes.kind}>
        <button type="button" className={classes.handoff} aria-pressed={selected} onClick={show}>
          <GateGlyph look="ghost" kind={placed.kind} strength={placed.strength} size={18} />
          <Clip text={phrase} />
        </button>
      </td>
      <td>
        <Clip text={words.common.say(placed.why)} className={classes.why!} />
      </td>
      <td className={classes.wide}>
        <Clip text={walk} className={classes.why!} />
      </td>
      <td className={classes.number}>{words.common.minutes(placed.minutes)}</td>
      <td className={classes.actions}>
        <Tooltip label={said.accept}>
          <ActionIcon
            size={26}
            color="blue"
            aria-label={said.acceptOf(phrase)}
            onClick={() => acceptSuggestion(placed)}
          >
            <IconCheck size={16} />
          </ActionIcon>
        </Tooltip>
        {finding && (
          <Tooltip label={said.dismiss}>
            <ActionIcon
              size={26}
              aria-label={said.dismissOf(phrase)}
              onClick={() => openDialog({ kind: 'dismiss', finding: finding.id, suggestion: key })}
            >
              <IconEyeX size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </td>
    </tr>
  )
}

function Removals({ tab, workflow, analysis, ids }: PlacementProps & { readonly ids: readonly string[] }) {
  return (
    <>
      <h3 className={classes.subhead}>{said.removals}</h3>
      <ul className={classes.removals}>
        {ids.map((id) => {
          const isHandoff = lookupOf(workflow).handoffs.has(id)
          const name = isHandoff ? handoffName(workflow, id) : stepName(workflow, id)
          const english = reason(analysis, id)
          const why = english === undefined ? said.removeWhyPlain : words.common.say(english)
          return (
            <li key={id} className={classes.removal}>
              <button
                type="button"
                className={classes.handoff}
                aria-label={name}
                onClick={() => select(tab, isHandoff ? { handoffs: [id] } : { steps: [id] })}
              >
                <Clip text={`${name} · ${why}`}>
                  <span className={classes.struck}>{name}</span> <span className={classes.why}>· {why}</span>
                </Clip>
              </button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={said.removeOf(name)}
                onClick={() => acceptRemoval(id)}
              >
                {said.remove}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

// The rule that argues against a gate names the gate that covers in its place.
function reason(analysis: Analysis, id: string): string | undefined {
  return analysis.findings.find(
    ({ kind, place }) =>
      kind === 'remove' &&
      (('handoff' in place && place.handoff === id) || ('step' in place && place.step === id)),
  )?.message
}

function isThere(workflow: Workflow, id: string): boolean {
  const { handoffs, steps } = lookupOf(workflow)
  return handoffs.has(id) || steps.has(id)
}

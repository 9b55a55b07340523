// The status bar: covered or not, findings, what people pay a run, whether the file holds it, and the zoom.
import { IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { demandsSomebody } from '../../../shared/model/analysis.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { saveStatus } from '../../state/documents.ts'
import type { DocumentTab } from '../../state/documents.ts'
import type { SaveStatus } from '../../state/file-state.ts'
import {
  useActiveTab,
  useDisposed,
  useOpenSuggestions,
  useTabAnalysis,
  useTabView,
} from '../../state/hooks.ts'
import { announce } from '../../state/messages.ts'
import { select, showBottom, showWalk } from '../../state/view.ts'
import { number } from '../../words/format.ts'
import { words } from '../../words/words.ts'
import { countBySeverity } from '../findings/groups.ts'
import { stepName } from '../parts/names.ts'
import classes from './status.module.css'

const said = words.status

export function StatusBar() {
  const tab = useActiveTab()
  const { analysis, error } = useTabAnalysis()
  if (!tab) return null
  const workflow = tab.history.present
  return (
    <footer className={classes.bar} aria-label={said.title}>
      {analysis ? (
        <>
          <Coverage key={tab.id} tab={tab.id} workflow={workflow} analysis={analysis} />
          <FindingCounts />
          <Minutes workflow={workflow} analysis={analysis} />
        </>
      ) : (
        <span className={`${classes.pill} ${classes.neutral}`} title={error ?? ''}>
          <IconLoader2 size={13} aria-hidden="true" />
          {error === null ? said.analysing : said.failed}
        </span>
      )}
      <span className={classes.grow} />
      {tab.readOnly !== null && <span title={tab.readOnly}>{said.readOnly}</span>}
      <Saved tab={tab} />
      <Zoom />
    </footer>
  )
}

interface PartProps {
  readonly workflow: Workflow
  readonly analysis: Analysis
}

function Coverage({ tab, workflow, analysis }: PartProps & { readonly tab: string }) {
  const [shown, setShown] = useState(-1)
  const { counterexamples } = analysis
  if (counterexamples.length > 0) {
    const next = (): void => {
      const at = (shown + 1) % counterexamples.length
      const example = counterexamples[at]!
      const why = said.walkWhy(at + 1, counterexamples.length, stepName(workflow, example.action))
      setShown(at)
      select(tab, { steps: [example.action] })
      showWalk(tab, { steps: example.path, why })
      announce(why)
    }
    return (
      <button
        type="button"
        className={`${classes.pill} ${classes.bad}`}
        title={said.uncoveredHint}
        onClick={next}
      >
        <svg width={10} height={10} viewBox="0 0 10 10" aria-hidden="true">
          <path d="M5 0L10 5L5 10L0 5z" fill="currentColor" />
        </svg>
        {said.uncovered(counterexamples.length)}
      </button>
    )
  }
  const demanded = demandsSomebody(analysis)
  return (
    <button
      type="button"
      className={`${classes.pill} ${demanded ? classes.ok : classes.neutral}`}
      title={demanded ? said.coveredHint : said.nothingHint}
      onClick={() => showBottom('proof')}
    >
      {demanded && <IconCircleCheck size={14} aria-hidden="true" />}
      {demanded ? said.covered : said.nothing}
      {analysis.placement.waived.length > 0 && ` · ${said.waived(analysis.placement.waived.length)}`}
    </button>
  )
}

function FindingCounts() {
  const disposed = useDisposed()
  const counts = useMemo(() => countBySeverity(disposed?.open ?? []), [disposed])
  return (
    <button
      type="button"
      className={classes.item}
      title={said.showFindings}
      onClick={() => showBottom('findings')}
    >
      {said.findings(counts.error, counts.warning).map(({ n, word }, index) => (
        <span key={word}>
          {index > 0 && '· '}
          <span className={classes.strong}>{n}</span> {word}
        </span>
      ))}
    </button>
  )
}

function Minutes({ workflow, analysis }: PartProps) {
  const { attention, placement } = analysis
  const open = useOpenSuggestions(workflow, analysis).length > 0
  const minutes = open ? attention.approvalMinutesWhenPlaced : attention.approvalMinutesPerRun
  return (
    <button
      type="button"
      className={`${classes.item} ${classes.minutes}`}
      title={said.showPlacement}
      onClick={() => showBottom('placement')}
    >
      <span className={classes.strong}>{number(minutes)}</span>
      <span>
        {[
          said.minutes(open ? 'placed' : 'now'),
          said.everyAction(number(placement.baselines.gateEveryAction)),
          said.everyStep(number(placement.baselines.approveEveryStep)),
        ].join(' · ')}
      </span>
    </button>
  )
}

const SAVE_CLASS: Readonly<Record<SaveStatus, string>> = {
  saved: '',
  unsaved: '',
  recovered: classes.warn!,
  conflict: classes.danger!,
}

function Saved({ tab }: { readonly tab: DocumentTab }) {
  const status = saveStatus(tab)
  return (
    <button
      type="button"
      className={`${classes.item} ${SAVE_CLASS[status]}`}
      title={said.saveHints[status]}
      onClick={() => status !== 'saved' && runAppCommand('file.save')}
    >
      {said.save[status]}
    </button>
  )
}

function Zoom() {
  const zoom = useTabView((view) => view.viewport?.zoom ?? 1)
  return (
    <button
      type="button"
      className={classes.item}
      title={said.zoomHint}
      onClick={() => runAppCommand('view.zoom100')}
    >
      {said.zoom(Math.round(zoom * 100))}
    </button>
  )
}

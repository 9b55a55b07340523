// Stepping through one run: the controls, what has happened, and, where the right pane is closed, what can be chosen.
import { Button } from '@mantine/core'
import { useActiveId, useSimulation, useView, useWorkflow } from '../../state/hooks.ts'
import { resetSimulation } from '../../state/simulation.ts'
import { setMode } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import parts from '../parts/parts.module.css'
import { RunControls } from './run-controls.tsx'
import { runKeys } from './run-keys.ts'
import { RunLog } from './run-log.tsx'
import { RunNow } from './run-now.tsx'
import classes from './simulation.module.css'

const said = words.simulation

export function SimulationPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const simulation = useSimulation()
  // The right pane is taller and shows what the run asks; without it, there is room here.
  const beside = useView((state) => state.panes.right)
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  const { run } = simulation
  if (!run || !simulation.workflow) {
    const start = (): void => {
      setMode(tab, 'simulate')
      resetSimulation()
    }
    return (
      <EmptyState
        title={said.idleTitle}
        action={
          <Button variant="filled" onClick={start}>
            {said.start}
          </Button>
        }
      >
        {said.idleText}
      </EmptyState>
    )
  }
  return (
    <div className={parts.panel} onKeyDown={runKeys}>
      <RunControls workflow={workflow} simulation={simulation} />
      <div className={beside ? classes.whole : classes.split}>
        {!beside && <RunNow />}
        <RunLog tab={tab} workflow={simulation.workflow} run={run} />
      </div>
    </div>
  )
}

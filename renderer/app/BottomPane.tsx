// The bottom pane: findings, placement, simulation, proof, what decides it, and the table of steps, one at a time.
import { Tabs } from '@mantine/core'
import { ComparePanel } from '../panels/compare/compare-panel.tsx'
import { FindingsPanel } from '../panels/findings/findings-panel.tsx'
import { PlacementPanel } from '../panels/placement/placement-panel.tsx'
import { ProofPanel } from '../panels/proof/proof-panel.tsx'
import { SensitivityPanel } from '../panels/sensitivity/sensitivity-panel.tsx'
import { SimulationPanel } from '../panels/simulation/simulation-panel.tsx'
import { TablePanel } from '../panels/table/table-panel.tsx'
import { useDisposed, useView } from '../state/hooks.ts'
import { showBottom } from '../state/view.ts'
import type { BottomTab, ViewState } from '../state/view.ts'
import { words } from '../words/words.ts'
import classes from './BottomPane.module.css'

const TABS: readonly BottomTab[] = [
  'findings',
  'placement',
  'simulation',
  'proof',
  'sensitivity',
  'table',
  'compare',
]

export function BottomPane() {
  const tab = useView(selectBottomTab)
  return (
    <Tabs
      value={tab}
      onChange={(value) => value !== null && showBottom(value as BottomTab)}
      classNames={{ root: classes.root!, list: classes.list!, tab: classes.tab!, panel: classes.panel! }}
      keepMounted={false}
    >
      <Tabs.List>
        {TABS.map((id) => (
          <Tabs.Tab key={id} value={id} rightSection={id === 'findings' ? <Count /> : undefined}>
            {words.app.bottom[id]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="findings">
        <FindingsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="placement">
        <PlacementPanel />
      </Tabs.Panel>
      <Tabs.Panel value="simulation">
        <SimulationPanel />
      </Tabs.Panel>
      <Tabs.Panel value="proof">
        <ProofPanel />
      </Tabs.Panel>
      <Tabs.Panel value="sensitivity">
        <SensitivityPanel />
      </Tabs.Panel>
      <Tabs.Panel value="table">
        <TablePanel />
      </Tabs.Panel>
      <Tabs.Panel value="compare">
        <ComparePanel />
      </Tabs.Panel>
    </Tabs>
  )
}

function Count() {
  const open = useDisposed()?.open.length ?? 0
  return open === 0 ? null : <span className={classes.count}>{open}</span>
}

function selectBottomTab(state: ViewState): BottomTab {
  return state.bottomTab
}

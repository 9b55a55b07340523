// The buttons of a run: start again, back, play, step, the timeline, the seed, and recorded runs.
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconDice5,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRepeat,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { recordRun } from '../../../shared/simulate/scenario.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { openDialog } from '../../state/dialogs.ts'
import { runCommand } from '../../state/edit.ts'
import { announce } from '../../state/messages.ts'
import { replayScenario, resetSimulation, scrubTo } from '../../state/simulation.ts'
import type { TabSimulation } from '../../state/simulation.ts'
import { words } from '../../words/words.ts'
import { NumberField } from '../inspector/fields/text-field.tsx'
import parts from '../parts/parts.module.css'
import { clockText } from './run-log.tsx'
import classes from './simulation.module.css'

const said = words.simulation
const MAX_SEED = 0xffff_ffff

interface RunControlsProps {
  readonly workflow: Workflow
  readonly simulation: TabSimulation
}

export function RunControls({ workflow, simulation }: RunControlsProps) {
  const { run, past, future, playing, seed } = simulation
  const moments = past.length + future.length
  return (
    <div className={parts.bar} role="toolbar" aria-label={said.title}>
      <div className={classes.controls}>
        <Tool label={said.reset} onClick={() => runAppCommand('simulate.reset')}>
          <IconPlayerSkipBack size={16} />
        </Tool>
        <Tool label={said.back} disabled={past.length === 0} onClick={() => runAppCommand('simulate.back')}>
          <IconPlayerTrackPrev size={16} />
        </Tool>
        <Tool label={playing ? said.pause : said.play} onClick={() => runAppCommand('simulate.play')}>
          {playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
        </Tool>
        <Tool label={said.step} onClick={() => runAppCommand('simulate.step')}>
          <IconPlayerTrackNext size={16} />
        </Tool>
      </div>
      {run && moments > 0 && (
        <input
          type="range"
          className={classes.timeline}
          aria-label={said.timeline}
          aria-valuetext={said.position(past.length, moments)}
          min={0}
          max={moments}
          value={past.length}
          onChange={(event) => scrubTo(Number(event.currentTarget.value))}
        />
      )}
      {run && (
        <span className={classes.clock} role="status">
          {clockText(run.minutes)} · {said.humanTime(clockText(run.humanMinutes))}
        </span>
      )}
      <span className={parts.grow} />
      <span>{said.seed}</span>
      <div className={classes.seed} title={said.seedHint}>
        <NumberField
          key={seed}
          label={said.seed}
          labelHidden
          path="seed"
          value={seed}
          min={0}
          max={MAX_SEED}
          whole
          onCommit={(value) => value !== null && value !== seed && resetSimulation(value)}
        />
      </div>
      <Tool label={said.newSeed} onClick={() => resetSimulation((seed * 48271 + 1) % MAX_SEED)}>
        <IconDice5 size={16} />
      </Tool>
      <Scenarios workflow={workflow} simulation={simulation} />
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function Scenarios({ workflow, simulation: { run, seed } }: RunControlsProps) {
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button className={classes.fixed} leftSection={<IconRepeat size={14} />}>
          {said.scenarios}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!run} onClick={() => run && record(workflow, recordRun(run), seed)}>
          {said.record}
        </Menu.Item>
        <Menu.Divider />
        {workflow.scenarios.length === 0 && <Menu.Label>{said.noScenarios}</Menu.Label>}
        {workflow.scenarios.map((scenario) => (
          <Menu.Sub key={scenario.id}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{scenario.name || scenario.id}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              <Menu.Item leftSection={<IconRepeat size={14} />} onClick={() => replayScenario(scenario)}>
                {said.replay(scenario.name || scenario.id)}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPencil size={14} />}
                onClick={() => openDialog({ kind: 'scenario', id: scenario.id })}
              >
                {said.changeScenario(scenario.name || scenario.id)}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={14} />}
                onClick={() => void runCommand({ type: 'removeScenario', id: scenario.id })}
              >
                {said.removeScenario(scenario.name || scenario.id)}
              </Menu.Item>
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function record(workflow: Workflow, script: ReturnType<typeof recordRun>, seed: number): void {
  const name = `${said.recordDefault} ${workflow.scenarios.length + 1}`
  if (runCommand({ type: 'addScenario', scenario: { name, seed, script } })) announce(said.recorded(name))
}

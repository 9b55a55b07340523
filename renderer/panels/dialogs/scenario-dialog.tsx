// Changes a recorded run: its name, its seed, and the values that the conditions of handoffs are answered for.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Scenario } from '../../../shared/model/scenario.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { runCommand } from '../../state/edit.ts'
import { useWorkflow } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { readValues, valueRows } from './scenario-values.ts'
import type { ValueRow } from './scenario-values.ts'

const said = words.simulation
const MAX_SEED = 0xffff_ffff

export function ScenarioDialog({ id }: { readonly id: string }) {
  const workflow = useWorkflow()
  const scenario = workflow?.scenarios.find((one) => one.id === id)
  return workflow && scenario ? <Form workflow={workflow} scenario={scenario} /> : null
}

function Form({ workflow, scenario }: { readonly workflow: Workflow; readonly scenario: Scenario }) {
  const { id, values } = scenario
  const [name, setName] = useState(scenario.name)
  const [seed, setSeed] = useState(String(scenario.seed))
  const [rows, setRows] = useState(() => valueRows(workflow, values))
  const nameFault = name.trim() === '' ? words.inspector.nameNeeded : null
  const seedFault = isSeed(seed) ? null : words.inspector.wholeAllowed(0, MAX_SEED)
  const confirm = (): void => {
    if (nameFault !== null || seedFault !== null) return
    finishDialog()
    runCommand({
      type: 'updateScenario',
      id,
      set: { name: name.trim(), seed: Number(seed), values: readValues(rows, values) },
    })
  }
  return (
    <DialogFrame title={said.changeTitle(scenario.name || id)}>
      <TextInput
        label={said.scenarioName}
        value={name}
        error={nameFault}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={said.seed}
        description={said.seedHint}
        inputMode="numeric"
        value={seed}
        error={seedFault}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <ValueRows rows={rows} onChange={setRows} />
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" onClick={confirm}>
          {said.changeConfirm}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

interface ValueRowsProps {
  readonly rows: readonly ValueRow[]
  readonly onChange: (rows: readonly ValueRow[]) => void
}

function ValueRows({ rows, onChange }: ValueRowsProps) {
  const change = (index: number, set: Partial<ValueRow>): void =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...set } : row)))
  return (
    <div role="group" aria-label={said.values}>
      <div>{said.values}</div>
      <p className={classes.hint}>{rows.length === 0 ? said.valuesNone : said.valuesHint}</p>
      {rows.map((row, index) => (
        <div key={index} className={classes.valueRow}>
          <TextInput
            aria-label={said.valueName}
            placeholder={said.valueName}
            value={row.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={row.name === '' ? said.value : said.valueOf(row.name)}
            placeholder={said.valueMissing}
            value={row.text}
            onChange={(event) => change(index, { text: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { name: '', text: '' }])}>{said.addValue}</Button>
    </div>
  )
}

function isSeed(text: string): boolean {
  return /^\d{1,10}$/.test(text.trim()) && Number(text) <= MAX_SEED
}

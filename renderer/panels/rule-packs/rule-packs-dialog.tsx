// The rule packs of the document: what is in them, one rule at a time with what it matches, and what a file would change.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { subjectsOfWorkflow } from '../../../shared/analysis/packs.ts'
import type { RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runPacks } from '../../../shared/rules/packs/run.ts'
import type { PackSubjects } from '../../../shared/rules/packs/run.ts'
import { uniqueId } from '../../../shared/support/ids.ts'
import { useWorkflow } from '../../state/hooks.ts'
import { pickRulePack, putRulePack } from '../../state/rule-packs.ts'
import type { PickedPack } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { PackView } from './pack-view.tsx'
import { PickedView } from './picked-view.tsx'
import classes from './rule-packs.module.css'

const said = words.rulePacks

interface RulePacksDialogProps {
  readonly picked: PickedPack | undefined
  /** `PACK/RULE` to open at. */
  readonly rule: string | undefined
}

export function RulePacksDialog({ picked, rule }: RulePacksDialogProps) {
  const workflow = useWorkflow()
  if (!workflow) return null
  return (
    <DialogFrame title={said.title} width={980}>
      <Packs workflow={workflow} picked={picked} rule={rule} />
    </DialogFrame>
  )
}

function Packs({ workflow, picked: first, rule }: RulePacksDialogProps & { readonly workflow: Workflow }) {
  const [picked, setPicked] = useState(first)
  const packs = workflow.rulePacks ?? []
  const [chosen, setChosen] = useState(rule?.split('/')[0] ?? packs[0]?.id)
  const subjects = useMemo(() => subjectsOfWorkflow(workflow), [workflow])
  if (picked) {
    const done = (id: string | undefined): void => {
      setPicked(undefined)
      if (id !== undefined) setChosen(id)
    }
    return <PickedView workflow={workflow} subjects={subjects} picked={picked} onDone={done} />
  }
  const pack = packs.find(({ id }) => id === chosen) ?? packs[0]
  return (
    <div className={classes.layout}>
      <nav className={classes.packs} aria-label={said.packs}>
        {packs.map((each) => (
          <PackEntry
            key={each.id}
            pack={each}
            subjects={subjects}
            on={each === pack}
            onChoose={() => setChosen(each.id)}
          />
        ))}
        <Button variant="default" onClick={() => void pickRulePack()}>
          {said.addFile}
        </Button>
        <Button variant="subtle" onClick={() => setChosen(addPack(packs))}>
          {said.newPack}
        </Button>
      </nav>
      {pack ? (
        <PackView
          key={pack.id}
          workflow={workflow}
          subjects={subjects}
          pack={pack}
          rule={rule?.split('/')[1]}
        />
      ) : (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      )}
    </div>
  )
}

interface PackEntryProps {
  readonly pack: RulePack
  readonly subjects: PackSubjects
  readonly on: boolean
  readonly onChoose: () => void
}

function PackEntry({ pack, subjects, on, onChoose }: PackEntryProps) {
  const findings = useMemo(() => runPacks([pack], subjects).length, [pack, subjects])
  return (
    <button
      type="button"
      className={classes.pack}
      aria-current={on ? 'true' : undefined}
      data-autofocus={on || undefined}
      onClick={onChoose}
    >
      <span className={classes.name}>{pack.title}</span>
      <span className={classes.note}>{said.version(pack.version)}</span>
      <span className={classes.note}>{said.counts(pack.rules.length, findings)}</span>
    </button>
  )
}

function addPack(packs: readonly RulePack[]): string {
  const id = uniqueId('house', new Set(packs.map((pack) => pack.id)))
  putRulePack({ id, version: '1.0.0', title: said.newPackTitle, rules: [] })
  return id
}

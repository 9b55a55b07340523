// What a file of rules would change, before it is taken: rules that come, go and change, and findings.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { previewUpgrade } from '../../../shared/analysis/packs.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { PackSubjects } from '../../../shared/rules/packs/run.ts'
import { putRulePack } from '../../state/rule-packs.ts'
import type { PickedPack } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import { DialogActions } from '../dialogs/dialog-frame.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import classes from './rule-packs.module.css'

const said = words.rulePacks
const SHOWN = 30

interface PickedViewProps {
  readonly workflow: Workflow
  readonly subjects: PackSubjects
  readonly picked: PickedPack
  /** With the id of the pack that was taken. */
  readonly onDone: (pack: string | undefined) => void
}

export function PickedView({ workflow, subjects, picked, onDone }: PickedViewProps) {
  const { read, file } = picked
  if (read.ok) return <Upgrade workflow={workflow} subjects={subjects} pack={read.value} onDone={onDone} />
  return (
    <div className={classes.picked}>
      <strong className={classes.bad}>
        {said.refused}: {file}
      </strong>
      <ul className={classes.faults}>
        {read.faults.slice(0, SHOWN).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={() => onDone(undefined)}>{words.common.close}</Button>
      </DialogActions>
    </div>
  )
}

interface UpgradeProps extends Omit<PickedViewProps, 'picked'> {
  readonly pack: RulePack
}

function Upgrade({ workflow, subjects, pack, onDone }: UpgradeProps) {
  const installed = workflow.rulePacks?.find(({ id }) => id === pack.id)
  const preview = useMemo(() => previewUpgrade(subjects, installed, pack), [subjects, installed, pack])
  const { added, removed, changed, newlyFiring, gone } = preview
  const nothing = [added, removed, changed, newlyFiring, gone].every((list) => list.length === 0)
  const take = (): void => {
    putRulePack(pack)
    onDone(pack.id)
  }
  return (
    <div className={classes.picked}>
      <strong>{installed ? said.upgradeTitle(pack.title) : said.addTitle(pack.title)}</strong>
      {installed && (
        <span className={classes.note}>
          {installed.version === pack.version
            ? said.sameVersion(pack.version)
            : said.versions(installed.version, pack.version)}
        </span>
      )}
      {nothing && <p className={classes.note}>{said.unchanged}</p>}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={said.rules}>
        <Part title={said.added} items={added.map(({ id, title }) => ({ id, text: title }))} />
        <Part
          title={said.changed}
          items={changed.map(({ rule, fields }) => ({
            id: rule.id,
            text: rule.title,
            note: fields.join(', '),
          }))}
        />
        <Part title={said.removed} items={removed.map(({ id, title }) => ({ id, text: title }))} />
        <FindingsPart title={said.newlyFiring(newlyFiring.length)} findings={newlyFiring} />
        <FindingsPart title={said.gone(gone.length)} findings={gone} />
      </div>
      <DialogActions>
        <Button onClick={() => onDone(undefined)}>{words.common.cancel}</Button>
        <Button variant="filled" onClick={take}>
          {installed ? said.take : said.add}
        </Button>
      </DialogActions>
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly text: string; readonly note?: string }[]
}

function Part({ title, items }: PartProps) {
  if (items.length === 0) return null
  return (
    <section>
      <h3 className={classes.head}>{title}</h3>
      <ul className={classes.faults}>
        {items.map(({ id, text, note }) => (
          <li key={id}>
            {text} {note !== undefined && <span className={classes.note}>{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function FindingsPart({
  title,
  findings,
}: {
  readonly title: string
  readonly findings: readonly Finding[]
}) {
  if (findings.length === 0) return null
  return (
    <section>
      <h3 className={classes.head}>{title}</h3>
      <ul className={classes.faults}>
        {findings.slice(0, SHOWN).map(({ id, severity, message }) => (
          <li key={id} className={classes.finding}>
            <SeverityMark severity={severity} />
            <span>{message}</span>
          </li>
        ))}
        {findings.length > SHOWN && <li className={classes.note}>{said.more(findings.length - SHOWN)}</li>}
      </ul>
    </section>
  )
}

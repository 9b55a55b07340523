// Before an export: what the file is, whether it is covered, what is lost in it, and where it goes.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Exported } from '../../../shared/exporters/types.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { downloadExport, exportOf, saveExport } from '../../state/exports.ts'
import type { ExportKind } from '../../state/exports.ts'
import { useAnalysis, useWorkflow } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { handoffName } from '../parts/names.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.exported

export function ExportDialog({ what }: { readonly what: ExportKind }) {
  const workflow = useWorkflow()
  // What is written is what was shown: the files are made once for each revision.
  const made = useMemo(() => workflow && exportOf(what), [workflow, what])
  if (!workflow || !made) return null
  const isPolicy = what === 'policy'
  const act = (run: () => unknown): void => {
    finishDialog()
    void run()
  }
  return (
    <DialogFrame title={isPolicy ? said.policyTitle : said.svgTitle}>
      <p className={classes.text}>{isPolicy ? said.policyText : said.svgText}</p>
      {isPolicy && <Coverage />}
      <Losses workflow={workflow} losses={made.losses} />
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button onClick={() => act(() => downloadExport(what, made))}>{said.download}</Button>
        <Button variant="filled" data-autofocus onClick={() => act(() => saveExport(what, made))}>
          {said.save}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function Losses({ workflow, losses }: { readonly workflow: Workflow } & Pick<Exported, 'losses'>) {
  if (losses.length === 0) return <p className={classes.ok}>{said.nothingLost}</p>
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{said.losses}</h3>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={said.losses}>
        <ul className={classes.items}>
          {losses.map(({ handoff, field, verdict, why }) => (
            <li key={`${handoff} ${field}`}>
              <span className={verdict === 'lost' ? classes.bad : classes.warn}>
                {said.verdicts[verdict]}
              </span>{' '}
              {field}: {why}
              <div className={classes.place}>{handoffName(workflow, handoff)}</div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Coverage() {
  const analysis = useAnalysis()
  if (!analysis) return null
  if (analysis.covered) return <p className={classes.ok}>{said.covered}</p>
  return <p className={classes.bad}>{said.uncovered(analysis.counterexamples.length)}</p>
}

// Before an export: what the file is, whether it is covered, what is left out, and where it goes.
import { Button } from '@mantine/core'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { downloadDrawing, downloadPolicy, exportDrawing, exportPolicy } from '../../state/exports.ts'
import { useAnalysis } from '../../state/hooks.ts'
import { words } from '../../words/en.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.exported

export function ExportDialog({ what }: { readonly what: 'policy' | 'drawing' }) {
  const isPolicy = what === 'policy'
  const losses = isPolicy ? said.policyLosses : said.svgLosses
  const act = (run: () => unknown): void => {
    finishDialog()
    void run()
  }
  return (
    <DialogFrame title={isPolicy ? said.policyTitle : said.svgTitle}>
      <p className={classes.text}>{isPolicy ? said.policyText : said.svgText}</p>
      {isPolicy && <Coverage />}
      <section className={classes.part}>
        <h3 className={classes.partTitle}>{said.losses}</h3>
        <ul className={classes.list}>
          {losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      </section>
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button onClick={() => act(isPolicy ? downloadPolicy : downloadDrawing)}>{said.download}</Button>
        <Button variant="filled" data-autofocus onClick={() => act(isPolicy ? exportPolicy : exportDrawing)}>
          {said.save}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function Coverage() {
  const analysis = useAnalysis()
  if (!analysis) return null
  if (analysis.covered) return <p className={classes.ok}>{said.covered}</p>
  return <p className={classes.bad}>{said.uncovered(analysis.counterexamples.length)}</p>
}

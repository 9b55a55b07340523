// What an importer mended, guessed, and could not see.
import { Button } from '@mantine/core'
import type { ImportReport, ReportItem } from '../../../shared/importers/types.ts'
import { finishDialog } from '../../state/dialogs.ts'
import { findTab } from '../../state/documents.ts'
import { useDocuments } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.report
/** Enough to see what kind of thing it is; a file with ten thousand guesses needs no ten thousand lines. */
const SHOWN = 100

export function ImportReportDialog({ tab }: { readonly tab: string }) {
  const report = useDocuments((state) => findTab(state, tab)?.importReport ?? null)
  return report && <ReportDialog report={report} />
}

export function ReportDialog({ report }: { readonly report: ImportReport }) {
  return (
    <DialogFrame title={said.title} width={640}>
      <p className={classes.text}>
        {said.from(report.format, report.source.nodes, report.source.edges)}{' '}
        {said.counts(report.steps, report.transitions, report.human)}
      </p>
      <div className={`${classes.scroll} ${classes.body}`} tabIndex={0} role="group" aria-label={said.title}>
        <Part title={said.guesses} text={said.guessesText} items={report.guesses} />
        <Part title={said.blindSpots} text={said.blindSpotsText} items={report.blindSpots} />
        <Part title={said.repairs} text={said.repairsText} items={report.repairs} />
      </div>
      <DialogActions>
        <Button variant="filled" data-autofocus onClick={finishDialog}>
          {said.confirm}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

interface PartProps {
  readonly title: string
  readonly text: string
  readonly items: readonly ReportItem[]
}

function Part({ title, text, items }: PartProps) {
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>
        {title} · {items.length}
      </h3>
      {items.length === 0 ? (
        <p className={classes.hint}>{said.none}</p>
      ) : (
        <>
          <p className={classes.hint}>{text}</p>
          <ul className={classes.items}>
            {items.slice(0, SHOWN).map((item, index) => (
              <li key={index}>
                {words.common.say(item.message)}{' '}
                {item.place !== '' && <span className={classes.place}>{item.place}</span>}
              </li>
            ))}
            {items.length > SHOWN && <li className={classes.place}>{said.more(items.length - SHOWN)}</li>}
          </ul>
        </>
      )}
    </section>
  )
}

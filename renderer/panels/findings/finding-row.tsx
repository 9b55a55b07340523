// One finding on one line: how bad, which rule, about what, and the one thing to do about it.
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { isWide } from '../../../shared/model/disposition.ts'
import type { Disposition } from '../../../shared/model/disposition.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { acceptFinding, restoreDecision } from '../../state/decisions.ts'
import { openDialog } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { subjectName, walkText } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import { SeverityMark } from '../parts/severity-mark.tsx'
import classes from './findings.module.css'

interface FindingRowProps {
  readonly workflow: Workflow
  readonly finding: Finding
  /** The decision that sets it aside, where one holds. */
  readonly aside: Disposition | undefined
  readonly selected: boolean
  readonly expanded: boolean
  /** Position of the row in the list, and whether the Tab key reaches it. */
  readonly row: number
  readonly inTabOrder: boolean
  /** Minutes a run that placing the suggestion costs, where it is one. */
  readonly minutes: number | undefined
  readonly onShow: () => void
  readonly onToggle: () => void
}

export function FindingRow(props: FindingRowProps) {
  const { workflow, finding, aside, expanded } = props
  const subject = subjectName(workflow, finding.place)
  const walk = finding.path && finding.path.length > 1 ? walkText(workflow, finding.path) : ''
  const message = words.common.say(finding.message)
  const whole = walk === '' ? message : `${message} · ${walk}`
  return (
    <div className={props.selected ? `${classes.row} ${classes.selected}` : classes.row}>
      <button
        type="button"
        className={classes.main}
        data-row={props.row}
        tabIndex={props.inTabOrder ? 0 : -1}
        aria-expanded={expanded}
        onClick={props.onShow}
        onKeyDown={(event) => {
          if (event.key === 'Delete' && !aside) {
            openDialog({ kind: 'dismiss', finding: finding.id })
            event.preventDefault()
          }
          if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
          if ((event.key === 'ArrowRight') !== expanded) props.onToggle()
          event.preventDefault()
        }}
        onDoubleClick={props.onToggle}
      >
        <IconChevronRight
          size={14}
          className={expanded ? `${classes.chevron} ${classes.open}` : classes.chevron}
          onClick={(event) => {
            event.stopPropagation()
            props.onToggle()
          }}
        />
        <SeverityMark severity={finding.severity} />
        <span className={parts.code}>{finding.rule}</span>
        <Clip text={whole}>
          <WithSubject message={message} subject={subject} />
          {walk !== '' && <span className={classes.walk}> · {walk}</span>}
        </Clip>
      </button>
      <span className={classes.actions}>
        <RowAction finding={finding} aside={aside} minutes={props.minutes} />
      </span>
    </div>
  )
}

/** The message with the name of what it is about in bold, where the message says it. */
function WithSubject({ message, subject }: { readonly message: string; readonly subject: string }) {
  const at = subject === '' ? -1 : message.indexOf(subject)
  if (at === -1) return message
  return (
    <>
      {message.slice(0, at)}
      <span className={classes.subject}>{subject}</span>
      {message.slice(at + subject.length)}
    </>
  )
}

function RowAction({ finding, aside, minutes }: Pick<FindingRowProps, 'finding' | 'aside' | 'minutes'>) {
  if (aside) {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => restoreDecision(aside)}>
        {isWide(aside) ? words.findings.restoreRule(finding.rule) : words.findings.restore}
      </Button>
    )
  }
  if (!finding.suggestion) return null
  const label =
    minutes === undefined ? words.findings.place : words.findings.placeFor(words.common.minutes(minutes))
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => acceptFinding(finding)}>
      {label}
    </Button>
  )
}

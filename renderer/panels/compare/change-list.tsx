// The changes of the document, by what they are about. A click shows one on the canvas; each can be taken back.
import { Button } from '@mantine/core'
import { useId } from 'react'
import { itemOf } from '../../../shared/diff/overlay.ts'
import type { Change, ChangeClass } from '../../../shared/model/difference.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { restore, showClass } from '../../state/compare.ts'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import classes from './compare.module.css'
import { fieldText } from './field-text.ts'

const said = words.compare

interface ChangeGroupProps {
  readonly tab: string
  readonly about: ChangeClass
  readonly changes: readonly Change[]
  readonly shown: boolean
  /** False where the comparison is about an older revision, or the document is read-only. */
  readonly restorable: boolean
}

export function ChangeGroup({ tab, about, changes, shown, restorable }: ChangeGroupProps) {
  const id = useId()
  return (
    <section className={classes.group} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {said.classes[about]} <span className={classes.count}>{changes.length}</span>
        </h3>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={shown}
          aria-label={`${shown ? said.hide : said.show}: ${said.classes[about]}`}
          onClick={() => showClass(tab, about, !shown)}
        >
          {shown ? said.hide : said.show}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!restorable}
          aria-label={`${said.restoreClass}: ${said.classes[about]}`}
          onClick={() =>
            restore(
              changes.map(({ key }) => key),
              said.restored(said.classes[about].toLowerCase()),
            )
          }
        >
          {said.restoreClass}
        </Button>
      </div>
      {shown && (
        <ul className={classes.list}>
          {changes.map((change) => (
            <ChangeRow key={change.key} tab={tab} change={change} restorable={restorable} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface ChangeRowProps {
  readonly tab: string
  readonly change: Change
  readonly restorable: boolean
}

function ChangeRow({ tab, change, restorable }: ChangeRowProps) {
  const { kind, part, name, fields } = change
  const what = name === '' ? said.parts[part] : said.named(said.parts[part], name)
  const details = kind === 'changed' ? fields.map(fieldText).filter((text) => text !== '') : []
  return (
    <li className={classes.row}>
      <button type="button" className={classes.main} onClick={() => show(tab, change)}>
        <span className={classes.mark} data-kind={kind} role="img" aria-label={said.kinds[kind]}>
          {said.marks[kind]}
        </span>
        <span className={classes.what}>
          <span className={classes.part}>{said.parts[part]}</span> {name}
        </span>
        <span className={classes.details}>
          {details.slice(0, 3).map((text) => (
            <span key={text} className={classes.detail}>
              {text}
            </span>
          ))}
          {details.length > 3 && <span className={classes.detail}>{said.more(details.length - 3)}</span>}
        </span>
      </button>
      <Button
        className={classes.restore}
        size="compact-xs"
        variant="subtle"
        disabled={!restorable}
        aria-label={said.restoreOne(what)}
        onClick={() => restore([change.key], said.restored(what.slice(0, 150)))}
      >
        {said.restore}
      </Button>
    </li>
  )
}

/** Selects what a change is on and brings it into view; what is not drawn is selected by selecting nothing else. */
function show(tab: string, change: Change): void {
  const item = itemOf(change)
  if (item === undefined) return select(tab, {})
  const { id } = change
  if (item.startsWith('step:')) select(tab, { steps: [id] })
  else if (item.startsWith('edge:')) select(tab, { transitions: [id] })
  else select(tab, { handoffs: [id] })
  askCanvas('reveal', item)
}

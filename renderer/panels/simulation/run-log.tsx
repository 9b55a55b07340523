// The log of a run: one line an event, newest in view; a line selects its step and goes to its moment.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { logOf } from '../../../shared/simulate/log.ts'
import type { LogEntry, RunState } from '../../../shared/simulate/types.ts'
import { announce } from '../../state/messages.ts'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { handoffName, stepName, transitionName } from '../parts/names.ts'
import { useRowFocus } from '../parts/use-row-focus.ts'
import classes from './simulation.module.css'

interface RunLogProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly run: RunState
}

export function RunLog({ tab, workflow, run }: RunLogProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => logOf(run), [run])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 26,
    overscan: 10,
  })
  const focus = useRowFocus({ count: lines.length, scrollTo: (index) => virtual.scrollToIndex(index) })
  useEffect(() => {
    if (lines.length > 0) virtual.scrollToIndex(lines.length - 1)
    // The virtualizer is a new object on every render and says nothing about the run.
    // oxlint-disable-next-line exhaustive-deps
  }, [lines])
  useEffect(() => {
    const entry = lines.at(-1)
    if (entry) announce(spokenLine(workflow, run, entry))
    // Said once for every state of the run; the workflow of a run does not change.
    // oxlint-disable-next-line exhaustive-deps
  }, [run])
  return (
    <div ref={scroller} className={classes.log} onKeyDown={focus.onKeyDown}>
      <ol
        ref={focus.ref}
        className={classes.lines}
        style={{ height: virtual.getTotalSize() }}
        aria-label={words.simulation.log}
      >
        {virtual.getVirtualItems().map((item) => {
          const entry = lines[item.index]!
          const isLast = item.index === lines.length - 1
          return (
            <li
              key={item.key}
              className={classes.line}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
            >
              <button
                type="button"
                data-row={item.index}
                tabIndex={item.index === focus.active ? 0 : -1}
                className={isLast ? `${classes.entry} ${classes.entryOn}` : classes.entry}
                onClick={() => {
                  focus.setActive(item.index)
                  show(tab, entry)
                }}
              >
                <span className={classes.time}>{words.common.minutes(entry.at)}</span>
                <span className={entry.choice ? classes.chosen : classes.kind}>
                  {words.simulation.kinds[entry.kind]}
                </span>
                <Clip text={lineText(workflow, entry)} />
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** How long a run took so far, in the words of the log. */
export function clockText(minutes: number): string {
  return minutes >= 120 ? words.common.hours(minutes / 60) : words.common.minutes(minutes)
}

/** What happened last, and whether anybody has to answer now. */
function spokenLine(workflow: Workflow, run: RunState, entry: LogEntry): string {
  const said = words.simulation
  const now =
    run.status === 'ended'
      ? said.outcomes[run.outcome ?? 'stopped']
      : run.status === 'waiting'
        ? said.yourTurn
        : ''
  const line = `${said.kinds[entry.kind]} ${lineText(workflow, entry)}`.trim()
  return now === '' ? line : `${line}. ${now}`
}

function lineText(workflow: Workflow, { handoff, transition, step, detail }: LogEntry): string {
  const where =
    handoff !== undefined
      ? handoffName(workflow, handoff)
      : transition !== undefined
        ? transitionName(workflow, transition)
        : step === undefined
          ? ''
          : stepName(workflow, step)
  return [where, words.common.say(detail)].filter((part) => part !== '').join(' · ')
}

function show(tab: string, { handoff, transition, step }: LogEntry): void {
  if (step !== undefined) select(tab, { steps: [step] })
  else if (transition !== undefined) select(tab, { transitions: [transition] })
  else if (handoff !== undefined) select(tab, { handoffs: [handoff] })
}

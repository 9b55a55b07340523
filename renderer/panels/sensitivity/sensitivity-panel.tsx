// What the placement hangs on: what nobody has said yet, and what would move if a tag were wrong.
import { Button, Progress, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Effect, Sensitivity, Untagged } from '../../../shared/model/sensitivity.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { useActiveId, useSensitivity, useView, useWorkflow } from '../../state/hooks.ts'
import { resumeSensitivity, stopSensitivity } from '../../state/sensitivity.ts'
import { focusField, setOverlay, setPane } from '../../state/view.ts'
import type { ViewState } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { number } from '../../words/format.ts'
import { words } from '../../words/words.ts'
import parts from '../parts/parts.module.css'
import { fieldTarget, groupByTag } from './groups.ts'
import type { TagGroup } from './groups.ts'
import classes from './sensitivity.module.css'

const said = words.sensitivity

export function SensitivityPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const { result, of, error } = useSensitivity()
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  return (
    <div className={parts.panel}>
      <Bar stale={result !== null && of !== workflow} />
      {result ? (
        <Columns tab={tab} result={result} />
      ) : (
        <EmptyState title={error === null ? said.title : said.failed(error)}>{said.about}</EmptyState>
      )}
    </div>
  )
}

function Bar({ stale }: { readonly stale: boolean }) {
  const { result, progress, stopped } = useSensitivity()
  const marked = useView(isMarked)
  const workflow = useWorkflow()
  return (
    <div className={parts.bar}>
      {progress ? (
        <>
          <span role="status">{said.working(progress.done, progress.total)}</span>
          <Progress
            className={classes.progress}
            size="sm"
            value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
            aria-label={said.working(progress.done, progress.total)}
          />
          <Button onClick={stopSensitivity}>{said.stop}</Button>
        </>
      ) : stopped === workflow ? (
        <>
          <span>{said.stopped}</span>
          <Button onClick={resumeSensitivity}>{said.again}</Button>
        </>
      ) : (
        result && (
          <span>
            {said.counts(result.effects.length, result.tried)}
            {stale && `, ${said.stale}`}
            {result.unproven > 0 && `; ${said.unproven(result.unproven, result.tried)}`}
          </span>
        )
      )}
      <span className={parts.grow} />
      <Switch
        label={said.mark}
        checked={marked}
        onChange={(event) => setOverlay(event.currentTarget.checked ? 'decides' : 'none')}
      />
    </div>
  )
}

interface ColumnsProps {
  readonly tab: string
  readonly result: Sensitivity
}

function Columns({ tab, result }: ColumnsProps) {
  const groups = useMemo(() => groupByTag(result.effects), [result])
  const { untagged } = result
  return (
    <div className={classes.holder}>
      <div className={classes.columns} data-untagged={untagged.length > 0 || undefined}>
        {untagged.length > 0 && (
          <section className={classes.column} aria-label={said.untaggedTitle}>
            <h3 className={classes.title}>{said.untaggedTitle}</h3>
            <ul className={classes.list}>
              {untagged.map((tag, index) => (
                <UntaggedRow
                  key={tag.field}
                  tab={tab}
                  tag={tag}
                  first={index === 0}
                  most={mostMinutes(untagged)}
                />
              ))}
            </ul>
          </section>
        )}
        <section className={classes.column} aria-label={said.effectsTitle}>
          <h3 className={classes.title}>{said.effectsTitle}</h3>
          {groups.length === 0 && <p className={classes.none}>{said.effectsNone}</p>}
          <ul className={classes.list}>
            {groups.map((group) => (
              <TagRow key={group.field} tab={tab} group={group} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

interface UntaggedRowProps {
  readonly tab: string
  readonly tag: Untagged
  readonly first: boolean
  /** The most minutes of any tag: the full width of the bar. */
  readonly most: number
}

function UntaggedRow({ tab, tag, first, most }: UntaggedRowProps) {
  const [least, highest] = tag.minutes
  const decides = highest > least || tag.uncovered.length > 0
  const scale = most === 0 ? 0 : 100 / most
  return (
    <li className={classes.row}>
      <button type="button" className={classes.main} onClick={() => show(tab, tag)}>
        <span className={classes.text}>
          {first && decides && <span className={classes.first}>{said.tagFirst}</span>}
          <Message text={words.common.say(tag.message)} />
        </span>
        <span className={classes.amount}>
          {decides && said.range(number(least), number(highest))}
          <span className={classes.track} aria-hidden="true">
            <span
              className={classes.span}
              style={{ marginLeft: `${least * scale}%`, width: `${(highest - least) * scale}%` }}
            />
          </span>
        </span>
      </button>
    </li>
  )
}

function TagRow({ tab, group }: { readonly tab: string; readonly group: TagGroup }) {
  const [open, setOpen] = useState(false)
  const { nearest, others } = group
  return (
    <li className={classes.row}>
      <EffectLine tab={tab} effect={nearest} />
      {others.length > 0 && (
        <Button
          className={classes.more}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? said.fewer : said.more(others.length)}
        </Button>
      )}
      {open && (
        <div className={classes.others}>
          {others.map((effect) => (
            <EffectLine key={effect.value} tab={tab} effect={effect} />
          ))}
        </div>
      )}
    </li>
  )
}

function EffectLine({ tab, effect }: { readonly tab: string; readonly effect: Effect }) {
  const { minutes, uncovered } = effect
  return (
    <button type="button" className={classes.main} onClick={() => show(tab, effect)}>
      <span className={classes.text}>
        <Message text={words.common.say(withoutMinutes(effect.message))} />
      </span>
      <span className={classes.amount}>
        {uncovered.length > 0 && <span className={classes.gap}>{said.uncovers}</span>}
        <span className={minutes > 0 ? classes.dearer : minutes < 0 ? classes.cheaper : classes.same}>
          {minutes === 0
            ? said.same
            : said.minutes(words.common.minutes(Math.abs(minutes)), minutes > 0 ? 'more' : 'less')}
        </span>
      </span>
    </button>
  )
}

/** The name in quotes that the sentence is about stands out. */
function Message({ text }: { readonly text: string }) {
  const [before, name, ...after] = text.split(/([“„][^”“]*[”“])/)
  return (
    <>
      {before}
      <span className={classes.strong}>{name}</span>
      {after.join('')}
    </>
  )
}

// The minutes have a column of their own.
function withoutMinutes(message: string): string {
  return message.replace(/: [+−][\d.]+ min a run\.$/, '.')
}

function show(tab: string, tag: Effect | Untagged): void {
  setPane('right', true)
  focusField(tab, fieldTarget(tag))
  if ('step' in tag.element) askCanvas('reveal', tag.element.step)
}

function mostMinutes(untagged: readonly Untagged[]): number {
  return Math.max(...untagged.map(({ minutes }) => minutes[1]))
}

function isMarked({ overlay }: ViewState): boolean {
  return overlay === 'decides'
}

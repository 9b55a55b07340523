// Ctrl+K: every command, step, handoff and finding, found from a few letters.
import { Modal } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { useActiveId, useAnalysis, useWorkflow } from '../../state/hooks.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { words } from '../../words/words.ts'
import { paletteEntries } from './entries.ts'
import type { PaletteEntry } from './entries.ts'
import { rankEntries } from './rank.ts'
import classes from './palette.module.css'

const said = words.search

function takeKeyboard(input: HTMLInputElement | null): void {
  input?.focus()
}

export function PaletteDialog({ query: first }: { readonly query: string }) {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const analysis = useAnalysis()
  const [query, setQuery] = useState(first)
  const [at, setAt] = useState(0)
  const entries = useMemo(() => paletteEntries({ tab, workflow, analysis }), [tab, workflow, analysis])
  const found = useMemo(() => rankEntries(query, entries), [query, entries])
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => 32,
    // The list mounts inside a dialog that is measured later than this.
    initialRect: { width: 560, height: 400 },
    overscan: 10,
  })
  const pointed = Math.min(at, found.length - 1)
  const take = (entry: PaletteEntry | undefined): void => {
    if (!entry) return
    finishDialog()
    // After the dialog has given the keyboard back, so that whoever asks for it next keeps it.
    setTimeout(entry.run)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') {
      event.preventDefault()
      take(found[pointed]?.item)
    }
    if (by === 0 || found.length === 0) return
    event.preventDefault()
    const next = (pointed + by + found.length) % found.length
    setAt(next)
    virtual.scrollToIndex(next)
  }
  return (
    <Modal.Root opened onClose={closeDialog} lockScroll={false} centered={false} yOffset="12vh" size={600}>
      <Modal.Overlay />
      <Modal.Content aria-label={said.paletteTitle} className={classes.content}>
        <Modal.Body className={classes.body}>
          <input
            // The dialog's own focus comes a moment later, and a fast typist's first letters would go elsewhere.
            ref={takeKeyboard}
            data-autofocus
            className={classes.input}
            role="combobox"
            aria-label={said.palette}
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            {...(found.length > 0 && { 'aria-activedescendant': `${id}-${pointed}` })}
            placeholder={said.palette}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value)
              setAt(0)
              virtual.scrollToOffset(0)
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} className={classes.list} tabIndex={0}>
            {found.length === 0 && <div className={classes.nothing}>{said.nothing}</div>}
            <div
              id={id}
              role="listbox"
              aria-label={said.paletteTitle}
              className={classes.inner}
              style={{ height: virtual.getTotalSize() }}
            >
              {virtual.getVirtualItems().map((item) => {
                const { item: entry, match } = found[item.index]!
                return (
                  <div
                    key={entry.id}
                    id={`${id}-${item.index}`}
                    role="option"
                    className={classes.entry}
                    style={{ transform: `translateY(${item.start}px)` }}
                    aria-selected={item.index === pointed}
                    aria-setsize={found.length}
                    aria-posinset={item.index + 1}
                    onClick={() => take(entry)}
                    onPointerMove={() => item.index !== pointed && setAt(item.index)}
                  >
                    <span className={classes.label} title={entry.label}>
                      <Highlighted text={entry.label} positions={match.positions} />
                    </span>
                    {entry.keys !== null ? (
                      <Kbd keys={entry.keys} />
                    ) : (
                      <span className={classes.kind}>{said.kinds[entry.kind]}</span>
                    )}
                  </div>
                )
              })}
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Highlighted({ text, positions }: { readonly text: string; readonly positions: readonly number[] }) {
  if (positions.length === 0) return text
  const hits = new Set(positions)
  return [...text.matchAll(/[\s\S]/g)].map(({ 0: letter, index }) =>
    hits.has(index) ? (
      <span key={index} className={classes.hit}>
        {letter}
      </span>
    ) : (
      letter
    ),
  )
}

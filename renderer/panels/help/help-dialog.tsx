// Help in the window: the pages on the left, the page on the right, and the way back.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { words } from '../../words/words.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import classes from './help.module.css'
import { MarkdownView } from './markdown-view.tsx'
import { parseMarkdown } from './markdown.ts'
import { pageDrawings, pageText, pageTitles, ruleTitles } from './pages.ts'
import type { PageTitle } from './pages.ts'

const said = words.help

export function HelpDialog({ page: first }: { readonly page: string }) {
  const [trail, setTrail] = useState<readonly string[]>([first])
  const page = trail.at(-1)!
  const blocks = useMemo(() => {
    const text = pageText(page)
    return text === undefined ? null : parseMarkdown(text)
  }, [page])
  const drawings = useMemo(() => pageDrawings(page), [page])
  const reading = useRef<HTMLDivElement>(null)
  useEffect(() => reading.current?.scrollTo(0, 0), [page])
  const go = (next: string): void => setTrail((now) => (now.at(-1) === next ? now : [...now, next]))
  return (
    <DialogFrame title={said.title} width={920}>
      <div className={classes.layout}>
        <nav className={classes.contents} aria-label={said.contents}>
          <Tooltip label={said.back}>
            <ActionIcon
              aria-label={said.back}
              disabled={trail.length < 2}
              onClick={() => setTrail((now) => now.slice(0, -1))}
            >
              <IconArrowLeft size={16} />
            </ActionIcon>
          </Tooltip>
          <Titles titles={pageTitles()} page={page} onPage={go} />
          <h3 className={classes.group}>{said.rules}</h3>
          <Titles titles={ruleTitles()} page={page} onPage={go} />
        </nav>
        <div ref={reading} className={classes.reading} tabIndex={0} role="document">
          {said.onlyEnglish !== '' && <p className={classes.note}>{said.onlyEnglish}</p>}
          {blocks ? (
            <div lang="en">
              <MarkdownView blocks={blocks} drawings={drawings} onPage={go} />
            </div>
          ) : (
            <p>{said.missing}</p>
          )}
        </div>
      </div>
    </DialogFrame>
  )
}

interface TitlesProps {
  readonly titles: readonly PageTitle[]
  readonly page: string
  readonly onPage: (page: string) => void
}

function Titles({ titles, page, onPage }: TitlesProps) {
  return titles.map(({ id, title }) => (
    <button
      key={id}
      type="button"
      className={classes.entry}
      aria-current={id === page ? 'page' : undefined}
      data-autofocus={id === page || undefined}
      onClick={() => onPage(id)}
    >
      {title}
    </button>
  ))
}

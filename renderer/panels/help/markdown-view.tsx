// Draws a help page from its data: React elements only, so that no text of a page can become markup.
import { createElement, Fragment } from 'react'
import type { ReactNode } from 'react'
import { host } from '../../state/host.ts'
import { showProblem } from '../../state/messages.ts'
import { ExampleDrawing } from './example-drawing.tsx'
import type { Drawing } from './example-drawing.tsx'
import { Screen } from './screen.tsx'
import parts from '../parts/parts.module.css'
import classes from './help.module.css'
import { linkTarget } from './markdown.ts'
import type { Block, Inline } from './markdown.ts'

interface MarkdownViewProps {
  readonly blocks: readonly Block[]
  /** Of the blocks in the language `workflow`, in their order. */
  readonly drawings?: readonly Drawing[]
  readonly onPage: (page: string) => void
}

export function MarkdownView({ blocks, drawings = [], onPage }: MarkdownViewProps) {
  const drawn = blocks.filter((block) => block.kind === 'code' && block.language === 'workflow')
  return (
    <div className={classes.page}>
      {blocks.map((block, index) => (
        <Fragment key={index}>
          {block.kind === 'code' && drawings[drawn.indexOf(block)] ? (
            <ExampleDrawing drawing={drawings[drawn.indexOf(block)]!} text={block.text} />
          ) : (
            drawBlock(block, onPage)
          )}
        </Fragment>
      ))}
    </div>
  )
}

function drawBlock(block: Block, onPage: MarkdownViewProps['onPage']): ReactNode {
  switch (block.kind) {
    case 'heading':
      // The dialog has the first heading; a page begins one below it.
      return createElement(`h${Math.min(block.level + 1, 5)}`, {}, drawInline(block.parts, onPage))
    case 'paragraph':
      return <p>{drawInline(block.parts, onPage)}</p>
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{drawInline(item, onPage)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'screen':
      return <Screen name={block.name} says={block.says} />
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  {drawInline(cell, onPage)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{drawInline(cell, onPage)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function drawInline(inline: readonly Inline[], onPage: MarkdownViewProps['onPage']): ReactNode {
  return inline.map((part, index) => <Fragment key={index}>{drawPart(part, onPage)}</Fragment>)
}

function drawPart(part: Inline, onPage: MarkdownViewProps['onPage']): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{drawInline(part.parts, onPage)}</strong>
    case 'emphasis':
      return <em>{drawInline(part.parts, onPage)}</em>
    case 'link':
      return <Link to={part.to} onPage={onPage} label={drawInline(part.parts, onPage)} />
  }
}

interface LinkProps {
  readonly to: string
  readonly label: ReactNode
  readonly onPage: MarkdownViewProps['onPage']
}

function Link({ to, label, onPage }: LinkProps) {
  const target = linkTarget(to)
  if (target.kind === 'none') return label
  const follow = (): void => {
    if (target.kind === 'page') onPage(target.page)
    else
      void host()
        .call('shell.openExternal', { url: target.url })
        .catch((error: unknown) => showProblem(target.url, error))
  }
  return (
    <button type="button" role="link" className={parts.link} onClick={follow}>
      {label}
    </button>
  )
}

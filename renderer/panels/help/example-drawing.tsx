// An example of a rule as a drawing, and in words for those who would rather read.
import { useMemo } from 'react'
import { analyse } from '../../../shared/analysis/analyse.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { drawWorkflow } from '../../../shared/report/svg.ts'
import { words } from '../../words/words.ts'
import classes from './help.module.css'

/** A workflow to draw beside its words. */
export interface Drawing {
  readonly workflow: Workflow
  /** With what Baton suggests for it. */
  readonly judged: boolean
}

interface ExampleDrawingProps {
  readonly drawing: Drawing
  readonly text: string
}

export function ExampleDrawing({ drawing: { workflow, judged }, text }: ExampleDrawingProps) {
  const sources = useMemo(() => {
    const analysis = judged ? { analysis: analyse(workflow) } : {}
    // As pictures, so that nothing of them becomes part of the page.
    const source = (theme: 'light' | 'dark'): string =>
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawWorkflow(workflow, { theme, ...analysis }))}`
    return { light: source('light'), dark: source('dark') }
  }, [workflow, judged])
  return (
    <figure className={classes.example}>
      <img className={classes.inLight} src={sources.light} alt={words.help.exampleDrawn} />
      <img className={classes.inDark} src={sources.dark} alt={words.help.exampleDrawn} />
      <details>
        <summary>{words.help.exampleInWords}</summary>
        <pre tabIndex={0}>
          <code>{text}</code>
        </pre>
      </details>
    </figure>
  )
}

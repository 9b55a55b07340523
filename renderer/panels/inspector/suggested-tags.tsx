// What Baton would tag a step with, and why: shown only where nobody has, with the two answers.
import { Button } from '@mantine/core'
import type { Workflow } from '../../../shared/model/workflow.ts'
import {
  acceptTagSuggestions,
  dismissTagSuggestions,
  useTagSuggestions,
} from '../../state/tag-suggestions.ts'
import { words } from '../../words/words.ts'
import { Section } from '../parts/section.tsx'
import { reasonText, tagText } from '../table/suggested-cell.ts'
import classes from './inspector.module.css'

interface SuggestedTagsProps {
  readonly steps: readonly Workflow['steps'][number][]
}

export function SuggestedTags({ steps }: SuggestedTagsProps) {
  const { open } = useTagSuggestions()
  const suggested = steps.flatMap(({ id }) => open.get(id) ?? [])
  const [first, ...others] = suggested
  if (!first) return null
  const ids = suggested.map(({ step }) => step)
  return (
    <Section title={words.table.suggestion}>
      <div className={classes.fields}>
        {others.length === 0 && (
          <>
            <div className={classes.demandTitle}>{tagText(first)}</div>
            <div>{reasonText(first)}</div>
            <div className={classes.mute}>{words.table.confidence[first.confidence]}</div>
          </>
        )}
        <div className={classes.chips}>
          <Button onClick={() => acceptTagSuggestions(ids)}>
            {others.length === 0 ? words.table.accept : words.table.acceptAll(ids.length)}
          </Button>
          <Button onClick={() => dismissTagSuggestions(ids)}>
            {others.length === 0 ? words.table.dismiss : words.table.dismissAll}
          </Button>
        </div>
      </div>
    </Section>
  )
}

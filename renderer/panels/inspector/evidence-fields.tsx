// What the reviewer sees: a list of named pieces of evidence and where each comes from.
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { slug, uniqueId } from '../../../shared/support/ids.ts'
import { words } from '../../words/words.ts'
import { updateHandoff } from './edits.ts'
import { TextField } from './fields/text-field.tsx'
import type { HandoffFieldsProps } from './handoff-fields.ts'
import classes from './inspector.module.css'

const said = words.inspector

export function EvidenceFields({ handoff }: HandoffFieldsProps) {
  const evidence = handoff.evidence ?? []
  const save = (next: typeof evidence, typed?: string): void =>
    updateHandoff(
      handoff.id,
      { evidence: next.length === 0 ? null : next },
      typed === undefined ? {} : { typed },
    )
  const change = (index: number, set: object, typed: string): void =>
    save(
      evidence.map((item, i) => (i === index ? { ...item, ...set } : item)),
      `evidence ${index} ${typed}`,
    )
  return (
    <div className={classes.fields} data-field="evidence">
      {evidence.length === 0 && <div className={classes.hint}>{said.evidenceEmpty}</div>}
      <ul className={classes.list}>
        {evidence.map((item, index) => (
          <li key={item.id} className={classes.listRow}>
            <TextField
              label={said.evidenceLabel}
              labelHidden
              path={`evidence/${item.id}/label`}
              placeholder={said.evidenceLabel}
              value={item.label ?? ''}
              onCommit={(label) => change(index, { label }, 'label')}
            />
            <TextField
              label={said.evidenceFrom}
              labelHidden
              path={`evidence/${item.id}/from`}
              placeholder={said.evidenceFrom}
              value={item.from ?? ''}
              onCommit={(from) => change(index, { from }, 'from')}
            />
            <ActionIcon
              aria-label={said.remove(item.label || item.id)}
              onClick={() => save(evidence.filter((_, i) => i !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        leftSection={<IconPlus size={14} />}
        onClick={() => save([...evidence, { id: newId(evidence), label: '' }])}
      >
        {said.addEvidence}
      </Button>
    </div>
  )
}

function newId(evidence: readonly { readonly id: string }[]): string {
  return uniqueId(slug('evidence', 'evidence'), new Set(evidence.map(({ id }) => id)))
}

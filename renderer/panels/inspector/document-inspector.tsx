// What can be said about the document as a whole; shown when nothing is selected.
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { Section } from '../parts/section.tsx'
import { BriefFields } from './brief-inspector.tsx'
import { NumberField, TextField } from './fields/text-field.tsx'
import classes from './inspector.module.css'
import { ProfileSection } from '../profile/profile-section.tsx'
import { More } from './more.tsx'
import { PartyFields } from './party-fields.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { RulingFields } from './ruling-fields.tsx'

const said = words.inspector

export function DocumentInspector({ workflow }: { readonly workflow: Workflow }) {
  return (
    <>
      <Section title={said.document}>
        <div className={classes.fields}>
          <TextField
            label={said.documentName}
            path="name"
            value={workflow.name}
            onCommit={(name) => void runCommand({ type: 'setDocument', name }, { coalesce: 'document name' })}
          />
          <TextField
            label={said.documentDescription}
            path="description"
            rows={1}
            value={workflow.description}
            onCommit={(description) =>
              void runCommand({ type: 'setDocument', description }, { coalesce: 'document description' })
            }
          />
          <NumberField
            label={said.runsPerDay}
            path="runsPerDay"
            value={workflow.runsPerDay}
            min={0}
            max={1e9}
            onCommit={(runsPerDay) =>
              void runCommand({ type: 'setDocument', runsPerDay }, { coalesce: 'runs per day' })
            }
          />
          <More said={workflow.semantics?.join !== undefined || workflow.asOf !== undefined}>
            <ReadingFields semantics={workflow.semantics} asOf={workflow.asOf} />
          </More>
        </div>
      </Section>
      <Section title={said.brief}>
        <BriefFields workflow={workflow} />
      </Section>
      <Section title={said.parties}>
        <PartyFields parties={workflow.parties} />
      </Section>
      {workflow.placing && (
        <Section title={said.rulings}>
          <RulingFields workflow={workflow} />
        </Section>
      )}
      <Section title={said.profile}>
        <ProfileSection profile={workflow.profile} />
      </Section>
    </>
  )
}

// The people and parties of the document, and how long a review takes each of them.
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { workWeek } from '../../../shared/model/calendar.ts'
import { STRENGTHS } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { updateParty } from './edits.ts'
import { OneOf, TagsField } from './fields/choice-field.tsx'
import { NumberField, TextField } from './fields/text-field.tsx'
import classes from './inspector.module.css'
import { partyKindOptions } from './options.ts'

const said = words.inspector

export function PartyFields({ parties }: Pick<Workflow, 'parties'>) {
  return (
    <div className={classes.fields} data-field="parties">
      {parties.length === 0 && <div className={classes.hint}>{said.partiesHint}</div>}
      <ul className={classes.list}>
        {parties.map((party) => (
          <li key={party.id} className={classes.card}>
            <PartyCard
              party={party}
              others={parties.filter(({ id }) => id !== party.id).map(({ id }) => id)}
            />
          </li>
        ))}
      </ul>
      <Button
        leftSection={<IconPlus size={14} />}
        onClick={() => void runCommand({ type: 'addParty', party: { name: said.newParty, kind: 'role' } })}
      >
        {said.addParty}
      </Button>
    </div>
  )
}

interface PartyCardProps {
  readonly party: Workflow['parties'][number]
  readonly others: readonly string[]
}

function PartyCard({ party, others }: PartyCardProps) {
  const { id, minutes } = party
  return (
    <>
      <div className={classes.listRow}>
        <TextField
          label={said.partyName}
          labelHidden
          path={`parties/${id}/name`}
          value={party.name}
          refuse={(text) => (text.trim() === '' ? said.nameNeeded : undefined)}
          onCommit={(name) => updateParty(id, { name }, { typed: 'name' })}
        />
        <OneOf
          label={said.partyKind}
          labelHidden
          path={`parties/${id}/kind`}
          options={partyKindOptions}
          value={party.kind}
          onCommit={(kind) => updateParty(id, { kind })}
        />
        <ActionIcon
          aria-label={said.remove(party.name || id)}
          onClick={() => void runCommand({ type: 'removeParty', id })}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </div>
      <NumberField
        label={said.partyStaff}
        path={`parties/${id}/staff`}
        value={party.staff}
        min={0}
        max={1_000_000}
        whole
        onCommit={(staff) => updateParty(id, { staff }, { typed: 'staff' })}
      />
      <TextField
        label={said.partyCalendar}
        path={`parties/${id}/calendar`}
        value={party.calendar ?? ''}
        placeholder={said.partyCalendarUsual}
        refuse={(text) =>
          text.trim() === '' || workWeek(text) !== undefined ? undefined : said.partyCalendarAllowed
        }
        onCommit={(calendar) =>
          updateParty(id, { calendar: calendar.trim() === '' ? null : calendar }, { typed: 'calendar' })
        }
      />
      {(party.kind === 'role' || party.kind === 'team') && (
        <TagsField
          label={said.partyMembers}
          path={`parties/${id}/members`}
          hint={said.partyMembersHint}
          value={party.members ?? []}
          suggestions={others}
          onCommit={(members) => updateParty(id, { members: members.length === 0 ? null : [...members] })}
        />
      )}
      <span className={classes.label}>{said.partyMinutes}</span>
      <div className={classes.four}>
        {STRENGTHS.map((strength) => (
          <NumberField
            key={strength}
            label={words.scales.strengths[strength]}
            path={`parties/${id}/minutes/${strength}`}
            value={minutes?.[strength]}
            min={0}
            max={100_000}
            placeholder={said.usualMinutes[strength]}
            onCommit={(value) => updateParty(id, { minutes: { [strength]: value } }, { typed: strength })}
          />
        ))}
      </div>
    </>
  )
}

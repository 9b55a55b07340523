// Everything that the figures assume, with its evidence; each number can be replaced by one's own and put back.
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { REVIEWER_GROUPS, REVIEWER_KEYS, REVIEWER_PARAMETERS } from '../../../shared/model/reviewer.ts'
import type { ReviewerKey, ReviewerParameter } from '../../../shared/model/reviewer.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { exact } from '../../words/format.ts'
import { words } from '../../words/words.ts'
import { NumberField } from '../inspector/fields/text-field.tsx'
import classes from './attention.module.css'

const said = words.placement.attention

interface AssumptionsProps {
  readonly workflow: Workflow
  /** Names of the numbers that the document sets itself. */
  readonly own: readonly string[]
}

export function Assumptions({ workflow, own }: AssumptionsProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <h3 className={classes.title}>
        <button
          type="button"
          className={classes.disclosure}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={14} className={classes.chevron} aria-hidden="true" />
          {said.assumes}
        </button>
      </h3>
      <p className={classes.text}>
        {said.assumesCount(REVIEWER_KEYS.length, own.length)} {said.assumesText}
      </p>
      <div id={id} hidden={!open}>
        {open &&
          REVIEWER_GROUPS.map((group) => (
            <section key={group} className={classes.group}>
              <h4>{said.groups[group]}</h4>
              {REVIEWER_KEYS.filter((key) => REVIEWER_PARAMETERS[key].group === group).map((key) => (
                <Assumption key={key} name={key} value={workflow.profile.reviewer?.[key]} />
              ))}
            </section>
          ))}
      </div>
    </>
  )
}

interface AssumptionProps {
  readonly name: ReviewerKey
  /** Where the document sets it. */
  readonly value: number | undefined
}

function Assumption({ name, value }: AssumptionProps) {
  const parameter: ReviewerParameter = REVIEWER_PARAMETERS[name]
  const { low, high, least, most, evidence, off } = parameter
  const says = words.common.say(parameter.says)
  const set = (next: number | null): void =>
    void runCommand(
      { type: 'setDocument', profile: { reviewer: { [name]: next } } },
      { coalesce: `reviewer ${name}` },
    )
  return (
    <div className={classes.assumption} data-own={value !== undefined || undefined}>
      <div className={classes.assumptionHead}>
        <div className={classes.assumptionField}>
          <NumberField
            label={says}
            path={`profile/reviewer/${name}`}
            value={value}
            min={least}
            max={most}
            placeholder={exact(parameter.value, 3)}
            onCommit={set}
          />
        </div>
        {off !== undefined && value !== off && (
          <Button size="compact-xs" variant="subtle" aria-label={said.offOf(says)} onClick={() => set(off)}>
            {said.off}
          </Button>
        )}
        {value !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={said.resetOf(says)}
            onClick={() => set(null)}
          >
            {said.reset}
          </Button>
        )}
      </div>
      <p className={classes.evidence}>
        <span className={classes.tag}>{value === undefined ? said.range(low, high) : said.ownNumber}</span>{' '}
        {words.common.say(evidence)}
      </p>
    </div>
  )
}

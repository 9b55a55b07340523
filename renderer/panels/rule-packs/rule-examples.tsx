// The examples of a rule: facts that must make a finding, and facts that must not. Each is run while it is typed.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { PackExample, PackRule } from '../../../shared/model/rule-pack.ts'
import { PACK_FACTS } from '../../../shared/rules/pack-facts.ts'
import type { Fault } from '../../../shared/support/result.ts'
import { words } from '../../words/words.ts'
import classes from './rule-packs.module.css'

const said = words.rulePacks
const SIDES = ['mustFire', 'mustNotFire'] as const
type Side = (typeof SIDES)[number]

/** Of each type, the value that a fact has in a new example. */
const SAMPLES: Readonly<Record<string, unknown>> = { number: 0, 'yes or no': false, texts: [], list: [] }

interface RuleExamplesProps {
  readonly draft: PackRule
  readonly faults: readonly Fault[]
  readonly onChange: (examples: PackRule['examples']) => void
  /** Called with true while some example cannot be read, so that it is not saved without it. */
  readonly onBroken: (broken: boolean) => void
}

export function RuleExamples({ draft, faults, onChange, onBroken }: RuleExamplesProps) {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const mark = (key: string, broken: boolean): void => {
    const next = new Set(unread)
    if (broken) next.add(key)
    else next.delete(key)
    setUnread(next)
    onBroken(next.size > 0)
  }
  const setSide = (side: Side, list: readonly PackExample[]): void => {
    // Rows move up when one is taken out; what could not be read is asked again.
    setUnread(new Set())
    onBroken(false)
    onChange({ ...draft.examples, [side]: list })
  }
  return (
    <details
      className={classes.examples}
      open={draft.examples.mustFire.length + draft.examples.mustNotFire.length > 0}
    >
      <summary>{said.examplesTitle}</summary>
      <p className={classes.note}>{said.examplesHint}</p>
      {SIDES.map((side) => {
        const list = draft.examples[side]
        return (
          <section key={side} className={classes.side}>
            <h4 className={classes.head}>{said.sides[side]}</h4>
            {list.map((example, i) => (
              <ExampleRow
                key={`${list.length} ${i}`}
                label={said.exampleLabel(said.sides[side], i + 1)}
                example={example}
                fault={faultAt(faults, side, i)}
                onChange={(next) =>
                  onChange({ ...draft.examples, [side]: list.map((each, at) => (at === i ? next : each)) })
                }
                onBroken={(broken) => mark(`${side} ${i}`, broken)}
                onRemove={() =>
                  setSide(
                    side,
                    list.filter((_, at) => at !== i),
                  )
                }
              />
            ))}
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={13} />}
              onClick={() => setSide(side, [...list, newExample(draft)])}
            >
              {said.addExample[side]}
            </Button>
          </section>
        )
      })}
    </details>
  )
}

interface ExampleRowProps {
  readonly label: string
  readonly example: PackExample
  readonly fault: string | undefined
  readonly onChange: (example: PackExample) => void
  readonly onBroken: (broken: boolean) => void
  readonly onRemove: () => void
}

function ExampleRow({ label, example, fault, onChange, onBroken, onRemove }: ExampleRowProps) {
  const [text, setText] = useState<string | null>(null)
  const unread = text !== null && readFacts(text) === null
  const type = (typed: string): void => {
    const facts = readFacts(typed)
    setText(typed)
    onBroken(facts === null)
    if (facts) onChange({ ...example, facts })
  }
  return (
    <div className={classes.example}>
      <TextInput
        className={classes.code}
        aria-label={label}
        description={example.says}
        value={text ?? JSON.stringify(example.facts)}
        spellCheck={false}
        error={unread ? said.exampleUnread : fault}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <ActionIcon aria-label={said.removeExample(label)} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </div>
  )
}

function readFacts(text: string): PackExample['facts'] | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return value as PackExample['facts']
  } catch {
    return null
  }
}

function faultAt(faults: readonly Fault[], side: Side, index: number): string | undefined {
  const mark = `.examples.${side}[${index}]`
  return faults.find(({ path }) => path.includes(mark))?.message
}

/** The facts that the condition asks for, to be filled in. */
function newExample({ for: subject, when }: PackRule): PackExample {
  const asked = new Set(when.match(/[A-Za-z][A-Za-z.]*/g))
  const facts = PACK_FACTS[subject].filter(({ name }) => asked.has(name))
  return {
    facts: Object.fromEntries(
      facts.map(({ name, type }) => [name, SAMPLES[type] ?? '']),
    ) as PackExample['facts'],
  }
}

// One rule while it is written: its fields, what is wrong with them, and what it matches in this document at this moment.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { previewRule } from '../../../shared/analysis/packs.ts'
import { SEVERITIES } from '../../../shared/model/finding.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { PACK_SUBJECTS } from '../../../shared/model/rule-pack.ts'
import type { PackRule, RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { PACK_FACTS } from '../../../shared/rules/pack-facts.ts'
import type { PackSubjects } from '../../../shared/rules/packs/run.ts'
import type { Fault } from '../../../shared/support/result.ts'
import { finishDialog } from '../../state/dialogs.ts'
import { useActiveId } from '../../state/hooks.ts'
import { dropDraft, keepDraft } from '../../state/rule-drafts.ts'
import type { RuleDraft } from '../../state/rule-drafts.ts'
import { putRulePack, withRule } from '../../state/rule-packs.ts'
import { words } from '../../words/words.ts'
import { showFinding } from '../findings/show-finding.ts'
import { subjectName } from '../parts/names.ts'
import { RuleExamples } from './rule-examples.tsx'
import classes from './rule-packs.module.css'

const said = words.rulePacks
/** Enough to see whether a rule means the right ones. */
const SHOWN = 30

interface RuleEditorProps {
  readonly workflow: Workflow
  readonly subjects: PackSubjects
  readonly pack: RulePack
  readonly rule: PackRule
  /** As it is in the document; undefined for a new one. */
  readonly installed: PackRule | undefined
  /** As it was left, unsaved. */
  readonly unsaved: RuleDraft | undefined
  readonly onSaved: (id: string) => void
  readonly onRemove: () => void
}

export function RuleEditor({
  workflow,
  subjects,
  pack,
  rule,
  installed,
  unsaved,
  onSaved,
  onRemove,
}: RuleEditorProps) {
  const tab = useActiveId() ?? ''
  const [draft, setDraft] = useState(unsaved?.rule ?? rule)
  const [version, setVersionNow] = useState(unsaved?.version ?? pack.version)
  const [broken, setBroken] = useState(false)
  const [givenUp, setGivenUp] = useState(0)
  const keep = (next: PackRule, of: string): void => {
    setDraft(next)
    setVersionNow(of)
    keepDraft({ tab, pack: pack.id, rule: next, version: of })
  }
  const set = (change: Partial<PackRule>): void => keep({ ...draft, ...change }, version)
  const setVersion = (of: string): void => keep(draft, of)
  const when = useRef<HTMLTextAreaElement>(null)
  // Typing goes first; what it matches follows.
  const asked = useDeferredValue(draft)
  const checked = useMemo(() => withRule({ ...pack, version }, asked), [pack, version, asked])
  const faults = checked.ok ? [] : checked.faults
  const changed = unsaved !== undefined
  const drop = (): void => dropDraft({ tab, pack: pack.id, rule })
  const save = (): void => {
    const result = withRule({ ...pack, version }, draft)
    if (!result.ok || broken || !putRulePack(result.value)) return
    drop()
    onSaved(draft.id)
  }
  const giveUp = (): void => {
    drop()
    setDraft(rule)
    setVersionNow(pack.version)
    setBroken(false)
    setGivenUp(givenUp + 1)
  }
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        label={said.fields.title}
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        {...faultOf(faults, 'title')}
      />
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label={said.fields.for}
          value={draft.for}
          data={PACK_SUBJECTS.map((value) => ({ value, label: said.subjectNames[value] }))}
          onChange={(event) => set({ for: event.currentTarget.value as PackRule['for'] })}
        />
        <NativeSelect
          size="xs"
          label={said.fields.severity}
          value={draft.severity}
          data={SEVERITIES.map((value) => ({ value, label: words.findings.severities[value] }))}
          onChange={(event) => set({ severity: event.currentTarget.value as PackRule['severity'] })}
        />
        <TextInput
          label={said.fields.version}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
          {...faultOf(faults, 'version')}
        />
      </div>
      <Textarea
        ref={when}
        className={classes.mono}
        label={said.fields.when}
        description={said.fields.whenHint}
        rows={3}
        value={draft.when}
        spellCheck={false}
        onChange={(event) => set({ when: event.currentTarget.value })}
        {...faultOf(faults, 'when')}
      />
      <Facts draft={draft} onInsert={(name) => set({ when: inserted(when.current, draft.when, name) })} />
      <TextInput
        label={said.fields.message}
        description={said.fields.messageHint}
        value={draft.message}
        onChange={(event) => set({ message: event.currentTarget.value })}
        {...faultOf(faults, 'message')}
      />
      <Textarea
        label={said.fields.explanation}
        rows={2}
        value={draft.explanation}
        onChange={(event) => set({ explanation: event.currentTarget.value })}
      />
      <RuleExamples
        key={givenUp}
        draft={draft}
        faults={faults}
        onChange={(examples) => set({ examples })}
        onBroken={setBroken}
      />
      {checked.ok && (
        <Matches workflow={workflow} subjects={subjects} pack={pack} rule={asked} installed={installed} />
      )}
      <div className={classes.actions}>
        <Button variant="subtle" color="red" onClick={onRemove}>
          {said.removeRule}
        </Button>
        <span className={classes.note} role="status">
          {changed && said.unsaved}
        </span>
        {changed && installed !== undefined && (
          <Button variant="subtle" onClick={giveUp}>
            {said.giveUp}
          </Button>
        )}
        <Button
          type="submit"
          variant="filled"
          disabled={!checked.ok || broken || (!changed && installed !== undefined)}
        >
          {said.save}
        </Button>
      </div>
    </form>
  )
}

function faultOf(faults: readonly Fault[], field: string): { error?: string } {
  const found = faults.find(
    ({ path }) => path === field || (path.startsWith('rules[') && path.endsWith(`].${field}`)),
  )
  return found ? { error: found.message } : {}
}

interface FactsProps {
  readonly draft: PackRule
  readonly onInsert: (name: string) => void
}

/** The facts that begin like the last word of the condition, or a few to begin with. */
function Facts({ draft, onInsert }: FactsProps) {
  const typed = /[A-Za-z.]*$/.exec(draft.when)?.[0].toLowerCase() ?? ''
  const facts = PACK_FACTS[draft.for]
  const near = typed === '' ? [] : facts.filter(({ name }) => name.toLowerCase().startsWith(typed))
  const shown = (near.length > 0 ? near : facts).slice(0, 10)
  return (
    <div className={classes.facts}>
      <span className={classes.note}>{said.facts}</span>
      {shown.map(({ name, says }) => (
        <button
          key={name}
          type="button"
          className={classes.fact}
          title={says}
          aria-label={said.insert(name)}
          onClick={() => onInsert(name)}
        >
          {name}
        </button>
      ))}
      <details className={classes.allFacts}>
        <summary>{said.allFacts}</summary>
        <dl className={classes.factList}>
          {facts.map(({ name, type, says }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {says} <span className={classes.note}>{type}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

/** The condition with a fact where the cursor is; what was typed of its name is replaced. */
function inserted(field: HTMLTextAreaElement | null, when: string, name: string): string {
  const at = field?.selectionStart ?? when.length
  const before = when.slice(0, at).replace(/[A-Za-z.]*$/, '')
  field?.focus()
  return `${before}${name}${when.slice(at)}`
}

type MatchesProps = Pick<RuleEditorProps, 'workflow' | 'subjects' | 'pack' | 'rule' | 'installed'>

function Matches({ workflow, subjects, pack, rule, installed }: MatchesProps) {
  const tab = useActiveId()
  const { matches, added, gone } = useMemo(
    () => previewRule(subjects, pack, rule, installed),
    [subjects, pack, rule, installed],
  )
  const fresh = new Set(added)
  const show = (finding: Finding): void => {
    finishDialog()
    if (tab !== null) showFinding(tab, finding)
  }
  const { mustFire, mustNotFire } = rule.examples
  return (
    <div className={classes.matches} aria-live="polite">
      <strong>{said.matches(matches.length, rule.for, added.length, gone.length)}</strong>
      <ul className={classes.matchList}>
        {matches.slice(0, SHOWN).map((finding) => (
          <li key={finding.id}>
            <button
              type="button"
              className={classes.match}
              aria-label={said.show(subjectName(workflow, finding.place) || words.findings.ofDocument)}
              onClick={() => show(finding)}
            >
              <span>{finding.message}</span>
              {fresh.has(finding) && <span className={classes.new}>{said.isNew}</span>}
            </button>
          </li>
        ))}
        {matches.length > SHOWN && <li className={classes.note}>{said.more(matches.length - SHOWN)}</li>}
      </ul>
      <span className={classes.note}>{said.examples(mustFire.length, mustNotFire.length)}</span>
    </div>
  )
}

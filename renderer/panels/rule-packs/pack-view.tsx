// One pack: its rules, and the one that is being looked at.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PackRule, RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { PackSubjects } from '../../../shared/rules/packs/run.ts'
import { uniqueId } from '../../../shared/support/ids.ts'
import { useActiveId } from '../../state/hooks.ts'
import { dropDraft, keepDraft, useDrafts } from '../../state/rule-drafts.ts'
import { putRulePack, saveRulePack, takeOutRulePack } from '../../state/rule-packs.ts'
import { words } from '../../words/words.ts'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { RuleEditor } from './rule-editor.tsx'
import classes from './rule-packs.module.css'

const said = words.rulePacks

interface PackViewProps {
  readonly workflow: Workflow
  readonly subjects: PackSubjects
  readonly pack: RulePack
  readonly rule: string | undefined
}

export function PackView({ workflow, subjects, pack, rule: first }: PackViewProps) {
  const tab = useActiveId() ?? ''
  const drafts = useDrafts(tab, pack.id)
  const installed = new Map(pack.rules.map((rule) => [rule.id, rule]))
  const fresh = [...drafts.values()].flatMap(({ rule }) => (installed.has(rule.id) ? [] : [rule]))
  const rules = [...pack.rules, ...fresh]
  const [chosen, choose] = useState(first ?? rules[0]?.id)
  const rule = rules.find(({ id }) => id === chosen) ?? rules[0]
  const begin = (): void => {
    const made = newRule(rules)
    keepDraft({ tab, pack: pack.id, rule: made, version: pack.version })
    choose(made.id)
  }
  const remove = (gone: PackRule): void => {
    dropDraft({ tab, pack: pack.id, rule: gone })
    if (installed.has(gone.id)) putRulePack({ ...pack, rules: pack.rules.filter(({ id }) => id !== gone.id) })
  }
  return (
    <>
      <div className={classes.rules}>
        <h3 className={classes.head}>{said.rules}</h3>
        <ul className={classes.ruleList}>
          {rules.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className={classes.rule}
                aria-current={each === rule ? 'true' : undefined}
                onClick={() => choose(each.id)}
              >
                <SeverityMark severity={each.severity} />
                <span>
                  {drafts.get(each.id)?.rule.title ?? each.title}
                  {drafts.has(each.id) && <span className={classes.note}> {said.unsavedMark}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Button variant="default" onClick={begin}>
          {said.newRule}
        </Button>
        <Button variant="subtle" onClick={() => void saveRulePack(pack)}>
          {said.saveFile}
        </Button>
        <Button variant="subtle" color="red" onClick={() => takeOutRulePack(pack.id)}>
          {said.remove}
        </Button>
      </div>
      {rule && (
        <RuleEditor
          key={rule.id}
          workflow={workflow}
          subjects={subjects}
          pack={pack}
          rule={rule}
          installed={installed.get(rule.id)}
          unsaved={drafts.get(rule.id)}
          onSaved={choose}
          onRemove={() => remove(rule)}
        />
      )}
    </>
  )
}

function newRule(rules: RulePack['rules']): PackRule {
  return {
    id: uniqueId('rule', new Set(rules.map(({ id }) => id))),
    title: said.newRuleTitle,
    explanation: '',
    for: 'step',
    when: 'kind = "action" and level >= 3',
    severity: 'warning',
    message: '“{name}” …',
    examples: { mustFire: [], mustNotFire: [] },
  }
}

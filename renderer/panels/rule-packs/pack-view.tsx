// One pack: its rules, and the one that is being looked at.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PackRule, RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { PackSubjects } from '../../../shared/rules/packs/run.ts'
import { uniqueId } from '../../../shared/support/ids.ts'
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
  const [chosen, setChosen] = useState(first ?? pack.rules[0]?.id)
  const [fresh, setFresh] = useState<PackRule | null>(null)
  const rule = fresh ?? pack.rules.find(({ id }) => id === chosen) ?? pack.rules[0]
  const choose = (id: string): void => {
    setFresh(null)
    setChosen(id)
  }
  return (
    <>
      <div className={classes.rules}>
        <h3 className={classes.head}>{said.rules}</h3>
        <ul className={classes.ruleList}>
          {[...pack.rules, ...(fresh ? [fresh] : [])].map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className={classes.rule}
                aria-current={each === rule ? 'true' : undefined}
                onClick={() => choose(each.id)}
              >
                <SeverityMark severity={each.severity} />
                <span>{each.title}</span>
              </button>
            </li>
          ))}
        </ul>
        <Button variant="default" onClick={() => setFresh(newRule(pack))}>
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
          key={`${rule.id} ${fresh ? 'new' : ''}`}
          workflow={workflow}
          subjects={subjects}
          pack={pack}
          rule={rule}
          installed={fresh ? undefined : rule}
          onSaved={choose}
          onRemove={fresh ? () => setFresh(null) : () => removeRule(pack, rule)}
        />
      )}
    </>
  )
}

function removeRule(pack: RulePack, rule: PackRule): void {
  putRulePack({ ...pack, rules: pack.rules.filter((each) => each !== rule) })
}

function newRule({ rules }: RulePack): PackRule {
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

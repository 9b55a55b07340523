// Why a finding is there: its facts, how its severity came about, what would make it go away, and what can be done.
import { Button } from '@mantine/core'
import type { Returned } from '../../../shared/analysis/dispositions.ts'
import { isWide } from '../../../shared/model/disposition.ts'
import type { Disposition } from '../../../shared/model/disposition.ts'
import type { Fact, Finding } from '../../../shared/model/finding.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { factText } from '../../../shared/report/fact-text.ts'
import { acceptFinding, applyFix, changeSuggestion, restoreDecision } from '../../state/decisions.ts'
import { openDialog } from '../../state/dialogs.ts'
import { focusField } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { handoffName, handoffPhrase, stepName, walkText } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import classes from './findings.module.css'
import { factTarget } from './groups.ts'

interface FindingDetailsProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly finding: Finding
  /** The decision about it, where there is one. */
  readonly decided: Disposition | undefined
  /** Why it holds no longer; undefined where it holds or there is none. */
  readonly returned: Returned | undefined
}

export function FindingDetails({ tab, workflow, finding, decided, returned }: FindingDetailsProps) {
  const said = words.findings
  return (
    <dl className={classes.details}>
      <dd style={{ gridColumn: '1 / -1' }}>{words.common.say(finding.message)}</dd>
      {decided && <Decision workflow={workflow} finding={finding} decided={decided} returned={returned} />}
      {finding.path && finding.path.length > 1 && (
        <Detail term={said.walk}>{walkText(workflow, finding.path)}</Detail>
      )}
      {finding.facts.length > 0 && (
        <Detail term={said.restsOn}>
          <span className={classes.facts}>
            {finding.facts.map((fact) => (
              <FactLink key={fact.name} tab={tab} fact={fact} />
            ))}
          </span>
        </Detail>
      )}
      <Detail term={said.severityBecause}>{words.common.say(finding.severityBecause)}</Detail>
      <Detail term={said.goesAwayIf}>{words.common.say(finding.goesAwayIf)}</Detail>
      <dd className={classes.detailActions}>
        <Actions workflow={workflow} finding={finding} aside={returned === undefined ? decided : undefined} />
      </dd>
    </dl>
  )
}

function Detail({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface DecisionProps extends Pick<FindingDetailsProps, 'workflow' | 'finding' | 'returned'> {
  readonly decided: Disposition
}

function Decision({ workflow, finding, decided, returned }: DecisionProps) {
  const said = words.findings
  const { coveredBy, status, until, scope, reason } = decided
  const parts = [
    ...(returned === undefined ? [] : [said.returned[returned]]),
    ...(coveredBy ? [said.coveredBy(coverText(workflow, coveredBy))] : []),
    ...(status === 'snoozed' && until ? [said.until(until)] : []),
    ...(scope === 'file' || scope === 'workspace' ? [said.wide[scope](finding.rule)] : []),
    reason,
  ]
  return (
    <Detail term={said.decision}>
      {parts.filter((part) => part !== '').join(' ')}{' '}
      <span className={classes.note}>{said.decidedBy(decided.by, decided.at)}</span>
    </Detail>
  )
}

function coverText(workflow: Workflow, cover: NonNullable<Disposition['coveredBy']>): string {
  if ('text' in cover) return cover.text
  return `“${'handoff' in cover ? handoffName(workflow, cover.handoff) : stepName(workflow, cover.step)}”`
}

function FactLink({ tab, fact }: { readonly tab: string; readonly fact: Fact }) {
  const target = fact.field === undefined ? undefined : factTarget(fact.field)
  const name = words.common.say(fact.name)
  const value = words.common.say(factText(fact))
  if (!target) {
    return (
      <span>
        {name}
        <span className={classes.factValue}>{value}</span>
      </span>
    )
  }
  return (
    <span>
      <button
        type="button"
        className={parts.link}
        aria-label={words.findings.goToField(name)}
        onClick={() => focusField(tab, target)}
      >
        {name}
      </button>
      <span className={classes.factValue}>{value}</span>
    </span>
  )
}

interface ActionsProps extends Pick<FindingDetailsProps, 'workflow' | 'finding'> {
  readonly aside: Disposition | undefined
}

function Actions({ workflow, finding, aside }: ActionsProps) {
  const { suggestion } = finding
  const dismissed = aside !== undefined
  return (
    <>
      {suggestion && !dismissed && (
        <>
          <Button size="compact-sm" onClick={() => acceptFinding(finding)}>
            {words.findings.accept(handoffPhrase(workflow, suggestion))}
          </Button>
          <Button size="compact-sm" onClick={() => changeSuggestion(suggestion)}>
            {words.common.change}
          </Button>
        </>
      )}
      {!dismissed &&
        finding.fixes?.map((fix) => (
          <Button key={fix.title} size="compact-sm" variant="light" onClick={() => applyFix(fix)}>
            {words.common.say(fix.title)}
          </Button>
        ))}
      {dismissed ? (
        <Button size="compact-sm" variant="default" onClick={() => restoreDecision(aside)}>
          {isWide(aside) ? words.findings.restoreRule(finding.rule) : words.findings.restore}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => openDialog({ kind: 'dismiss', finding: finding.id })}
        >
          {words.findings.dismiss}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() =>
          openDialog({ kind: finding.rule.includes('/') ? 'rule-packs' : 'rule', rule: finding.rule })
        }
      >
        {words.findings.rulePage(finding.rule)}
      </Button>
    </>
  )
}

// What is covered and by which gate, what is not and along which walk, and whether anything cheaper would do.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { canonicalJson } from '../../../shared/support/canonical-json.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { useActiveId, useTabAnalysis, useWorkflow } from '../../state/hooks.ts'
import { exportText } from '../../state/files.ts'
import { select, showWalk } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/en.ts'
import { placeText, stepName, walkText } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import classes from './proof.module.css'

const said = words.proof

export function ProofPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const { analysis, error, stale } = useTabAnalysis()
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  if (!analysis) return <EmptyState title={error ?? words.findings.waiting} />
  return (
    <div className={parts.panel}>
      <div className={parts.body}>
        <div className={classes.body}>
          <Coverage tab={tab} workflow={workflow} analysis={analysis} stale={stale} />
          <WhoCoversWhat workflow={workflow} analysis={analysis} />
          <WhyNeeded tab={tab} workflow={workflow} analysis={analysis} />
          <Cheapest workflow={workflow} analysis={analysis} />
        </div>
      </div>
    </div>
  )
}

interface ProofProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis
}

function Coverage({ tab, workflow, analysis, stale }: ProofProps & { readonly stale: boolean }) {
  const { counterexamples, certificate } = analysis
  const demanding = Object.keys(certificate.required).length
  const title =
    counterexamples.length > 0
      ? said.openTitle(counterexamples.length)
      : demanding === 0
        ? said.nothingTitle
        : said.coveredTitle
  const text =
    counterexamples.length > 0
      ? said.openText
      : demanding === 0
        ? said.nothingText
        : said.coveredText(demanding)
  return (
    <section className={classes.part}>
      <h3 className={`${classes.title} ${counterexamples.length > 0 ? classes.bad : classes.ok}`}>{title}</h3>
      <p className={classes.text}>{text}</p>
      {stale && <p className={classes.text}>{said.stale}</p>}
      <ul className={classes.list}>
        {counterexamples.map((example) => (
          <li key={example.action}>
            <button
              type="button"
              className={classes.walk}
              title={said.showWalk}
              onClick={() => {
                select(tab, { steps: [example.action] })
                showWalk(tab, {
                  steps: example.path,
                  why: said.needs(example.missing, words.scales.authority[example.carried]),
                })
              }}
            >
              <span className={classes.strong}>{stepName(workflow, example.action)}</span>{' '}
              {said.needs(example.missing, words.scales.authority[example.carried])}
              <br />
              <span className={classes.mute}>{walkText(workflow, example.path)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhoCoversWhat({ workflow, analysis }: Omit<ProofProps, 'tab'>) {
  const gates = useMemo(
    () =>
      new Map(
        workflow.handoffs.flatMap(({ at, strength }) =>
          'before' in at ? [[at.before, strength] as const] : [],
        ),
      ),
    [workflow.handoffs],
  )
  const demanding = Object.entries(analysis.steps).filter(
    ([, { required, reachable }]) => reachable && required !== undefined && required !== 'notify',
  )
  if (demanding.length === 0) return null
  const open = new Set(analysis.counterexamples.map(({ action }) => action))
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{said.stepsTitle}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            {Object.values(said.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {demanding.map(([id, { required, authority }]) => (
            <tr key={id}>
              <td>{stepName(workflow, id)}</td>
              <td>{required}</td>
              <td>{words.scales.authority[authority.in]}</td>
              <td>{gates.get(id) ?? (open.has(id) ? said.noGate : said.coveredBefore)}</td>
              <td className={open.has(id) ? classes.bad : classes.ok}>
                {open.has(id) ? said.verdictOpen : said.verdictCovered}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function WhyNeeded({ tab, workflow, analysis }: ProofProps) {
  const { needed } = analysis.certificate
  if (needed.length === 0) return null
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{said.neededTitle}</h3>
      <p className={classes.text}>{said.neededText}</p>
      <ul className={classes.list}>
        {needed.map(({ at, walk }) => (
          <li key={placeKey(at)}>
            <button
              type="button"
              className={classes.walk}
              title={said.showWalk}
              onClick={() => {
                select(tab, { suggestion: placeKey(at) })
                showWalk(tab, { steps: walk, why: said.neededText })
              }}
            >
              <span className={classes.strong}>{placeText(workflow, at)}</span>
              <br />
              <span className={classes.mute}>{walkText(workflow, walk)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cheapest({ workflow, analysis }: Omit<ProofProps, 'tab'>) {
  const { placement, certificate, revision } = analysis
  const name = `${(workflow.name || words.common.untitled).replace(/[\\/:*?"<>|]/g, ' ')}.certificate.json`
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{said.bestTitle}</h3>
      <p className={classes.text}>{cheapestText(placement)}</p>
      <h3 className={classes.title}>{said.certificateTitle}</h3>
      <p className={classes.text}>
        {said.certificateText} <span className={classes.mute}>{said.revision(shortHash(revision))}</span>
      </p>
      <Button onClick={() => void exportText(name, 'json', `${canonicalJson(certificate)}\n`)}>
        {said.download}
      </Button>
    </section>
  )
}

function cheapestText({
  optimal,
  method,
  gap,
  handoffs,
  approvalMinutesPerRun,
}: Analysis['placement']): string {
  if (!optimal) return said.gap(said.methods[method], words.common.percent(gap))
  if (handoffs.length === 0) return said.optimalNothing
  return said.optimal(said.methods[method], words.common.minutes(approvalMinutesPerRun))
}

function shortHash(revision: string): string {
  return revision.replace(/^sha256:/, '').slice(0, 12)
}

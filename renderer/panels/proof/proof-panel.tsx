// The proof in words: what holds, who checked it, what each action needs, what each gate is for, and what it may cost.
import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { proofOf } from '../../../shared/report/proof.ts'
import type { Proof, ProofAction, ProofGate } from '../../../shared/report/proof.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { exportOf, saveExport } from '../../state/exports.ts'
import type { ProofKind } from '../../state/exports.ts'
import { useActiveId, useTabAnalysis } from '../../state/hooks.ts'
import { select, showWalk } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { stepName, walkText } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import classes from './proof.module.css'
import { sayProof } from './say-proof.ts'

const said = words.proof

export function ProofPanel() {
  const tab = useActiveId()
  const { whole, of, error, stale } = useTabAnalysis()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  // The proof speaks of the revision that was analysed, which may be a moment older than what is on screen.
  const proof = useMemo(
    () => whole && of && sayProof(proofOf(of, whole, { asOf: today }), words.common.say),
    [whole, of, today],
  )
  if (tab === null) return <EmptyState title={words.common.nothingOpen} />
  if (!proof || !of) return <EmptyState title={error ?? words.findings.waiting} />
  const shared = { tab, workflow: of, proof }
  return (
    <div className={parts.panel}>
      <div className={`${parts.body} ${classes.holder}`}>
        <div className={classes.body}>
          <div className={classes.side}>
            <Verdict proof={proof} stale={stale} />
            <Part title={said.cheapestTitle}>
              <p className={classes.text}>{proof.cheapest}</p>
            </Part>
            <Waived waived={proof.waived} />
            <Files proof={proof} />
          </div>
          <div className={classes.main}>
            <Actions {...shared} />
            <Gates {...shared} />
          </div>
        </div>
      </div>
    </div>
  )
}

interface ProofProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly proof: Proof
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </section>
  )
}

function Verdict({ proof, stale }: { readonly proof: Proof; readonly stale: boolean }) {
  const { actions, checker, covered, claim, method } = proof
  const open = actions.filter((action) => action.open).length
  const title = !covered ? said.openTitle(open) : actions.length === 0 ? said.nothingTitle : said.coveredTitle
  return (
    <section className={classes.part}>
      <h3 className={`${classes.verdict} ${covered ? classes.ok : classes.bad}`}>{title}</h3>
      <p className={classes.claim}>{claim}</p>
      {stale && <p className={classes.text}>{said.stale}</p>}
      <div className={classes.checker}>
        {checker.agrees ? (
          <IconCircleCheck size={18} className={classes.ok} aria-hidden="true" />
        ) : (
          <IconCircleX size={18} className={classes.bad} aria-hidden="true" />
        )}
        <div>
          <div className={classes.strong}>{checker.agrees ? said.checkedTitle : said.refusedTitle}</div>
          <p className={classes.text}>{checker.text}</p>
          {checker.faults.length > 0 && (
            <ul className={classes.faults}>
              {checker.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <details className={classes.how}>
        <summary>{said.how}</summary>
        <p className={classes.text}>{method}</p>
      </details>
    </section>
  )
}

function Actions({ tab, workflow, proof }: ProofProps) {
  if (proof.actions.length === 0) return null
  const { columns } = said
  return (
    <Part title={said.actionsTitle}>
      <table className={classes.table}>
        <thead>
          <tr>
            {[columns.action, columns.needs, columns.because, columns.carriedBy].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proof.actions.map((action) => (
            <tr key={action.id}>
              <td>
                <button
                  type="button"
                  className={`${classes.link} ${classes.strong}`}
                  onClick={() => select(tab, { steps: [action.id] })}
                >
                  {stepName(workflow, action.id)}
                </button>
              </td>
              <td>{words.scales.strengths[action.strength]}</td>
              <td className={classes.mute}>{action.because}</td>
              <td>
                <Carriers tab={tab} workflow={workflow} action={action} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Carriers({ tab, workflow, action }: Omit<ProofProps, 'proof'> & { readonly action: ProofAction }) {
  const { open, carriers } = action
  return (
    <>
      {open && (
        <Walk
          tab={tab}
          workflow={workflow}
          steps={open.walk}
          why={open.text}
          title={<span className={classes.bad}>{`${said.notYet} ${open.text}`}</span>}
          select={{ steps: [action.id] }}
        />
      )}
      {open && carriers.length > 0 && <span className={classes.mute}>{said.placedOnly}</span>}
      {carriers.map((carrier) => (
        <Walk
          key={placeKey(carrier.at)}
          tab={tab}
          workflow={workflow}
          steps={carrier.walk}
          why={action.claim}
          title={carrier.text}
          select={{ steps: [action.id] }}
        />
      ))}
    </>
  )
}

function Gates({ tab, workflow, proof }: ProofProps) {
  if (proof.gates.length === 0) return null
  return (
    <Part title={said.gatesTitle}>
      <ul className={classes.list}>
        {proof.gates.map((gate) => (
          <li key={`${gate.name} ${placeKey(gate.at)}`}>
            <Walk
              tab={tab}
              workflow={workflow}
              steps={gate.walk}
              why={gate.without}
              title={<GateTitle gate={gate} />}
              select={gate.isSuggested ? { suggestion: placeKey(gate.at) } : {}}
            />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function GateTitle({ gate }: { readonly gate: ProofGate }) {
  return (
    <>
      <span className={classes.strong}>{gate.name}</span>{' '}
      {gate.isSuggested && <span className={classes.tag}>{said.suggested}</span>}
      <br />
      {gate.without}
    </>
  )
}

interface WalkProps extends Omit<ProofProps, 'proof'> {
  readonly steps: readonly string[]
  readonly why: string
  readonly title: ReactNode
  readonly select: Parameters<typeof select>[1]
}

/** A walk that is drawn on the canvas when it is pressed. */
function Walk({ tab, workflow, steps, why, title, select: selected }: WalkProps) {
  return (
    <button
      type="button"
      className={classes.walk}
      title={said.showWalk}
      onClick={() => {
        select(tab, selected)
        showWalk(tab, steps.length > 1 ? { steps, why } : null)
        // The end of the walk is what it is about; the beginning may be many screens away.
        askCanvas('reveal', steps.at(-1) ?? null)
      }}
    >
      {title}
      {steps.length > 1 && <span className={classes.way}>{walkText(workflow, steps)}</span>}
    </button>
  )
}

function Waived({ waived }: Pick<Proof, 'waived'>) {
  if (waived.length === 0) return null
  return (
    <Part title={said.waivedTitle}>
      <ul className={classes.faults}>
        {waived.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Part>
  )
}

function Files({ proof: { hashes } }: Pick<ProofProps, 'proof'>) {
  return (
    <Part title={said.filesTitle}>
      <p className={classes.text}>{said.certificateText}</p>
      <div className={classes.buttons}>
        <Button onClick={() => save('certificate')}>{said.saveCertificate}</Button>
        <Button onClick={() => save('proofPage')}>{said.savePage}</Button>
        <Button onClick={() => save('proof')}>{said.saveMarkdown}</Button>
      </div>
      <dl className={classes.hashes}>
        {(['document', 'certified', 'certificate'] as const).map((which) => (
          <div key={which}>
            <dt>{said.hashes[which]}</dt>
            <dd title={hashes[which]}>{shortHash(hashes[which])}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function save(kind: ProofKind): void {
  const made = exportOf(kind)
  if (made) void saveExport(kind, made)
}

function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 12)
}

// Workflows about all of whose findings somebody has decided, for the tests of decisions.
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyDispositions } from '../../shared/analysis/dispositions.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'

export type Fingerprint = (finding: Finding) => string
export const real: Fingerprint = ({ fingerprint }) => fingerprint

/** With every finding dismissed. */
export function dismissed(first: Workflow, fingerprint: Fingerprint = real): Workflow {
  const dispositions = unique(analyse(first).findings).map((finding) => ({
    finding: finding.id,
    status: 'dismissed' as const,
    // Shown where a decision comes back: which facts it rested on.
    reason: canonicalJson(finding.facts),
    by: 'kim',
    at: '2026-11-22T10:00:00Z',
    facts: fingerprint(finding),
  }))
  return reread({ ...first, dispositions })
}

export function disposed(present: Workflow, fingerprint: Fingerprint = real) {
  const findings = analyse(present).findings.map((finding) => ({
    ...finding,
    fingerprint: fingerprint(finding),
  }))
  return applyDispositions(findings, present)
}

export function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.id, finding])).values()]
}

/** Saved and opened again. */
export function reread(present: Workflow): Workflow {
  const read = readDocument(writeDocument(present))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

/** After commands that must all succeed. */
export function edited(present: Workflow, ...commands: readonly Command[]): Workflow {
  return commands.reduce((now, command) => {
    const next = applyCommand(now, command)
    if (!next.ok) throw new Error(JSON.stringify(next.faults))
    return next.value
  }, present)
}

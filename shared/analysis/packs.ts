// What rule packs find, and what changing one would change: the previews that a person sees before anything is written.
import { indexWorkflow } from '../graph/graph.ts'
import type { Finding } from '../model/finding.ts'
import type { PackRule, RulePack } from '../model/rule-pack.ts'
import type { Workflow } from '../model/workflow.ts'
import { attentionMinutes } from '../placement/attention.ts'
import { carriedAuthority } from '../placement/authority.ts'
import { counterexamples } from '../placement/coverage.ts'
import { demandsOf } from '../placement/demands.ts'
import { grantsOf } from '../placement/grants.ts'
import { packSubjects, runPackRule, runPacks } from '../rules/packs/run.ts'
import type { PackSubjects } from '../rules/packs/run.ts'
import { canonicalJson } from '../support/canonical-json.ts'

/** Everything that packs can ask of a workflow. Costs the first half of an analysis, without the optimiser. */
export function subjectsOfWorkflow(workflow: Workflow): PackSubjects {
  const graph = indexWorkflow(workflow)
  const demands = demandsOf(graph)
  const grants = grantsOf(graph, workflow.handoffs)
  const carried = carriedAuthority(graph, demands, grants)
  const { required, pending } = demands
  return packSubjects({
    graph,
    required,
    pending,
    carried,
    grants,
    counterexamples: counterexamples(graph, demands, grants, carried),
    attention: attentionMinutes(graph),
  })
}

/** What a rule finds as it is written now, and how much of that its installed version does not find. */
export interface RulePreview {
  readonly matches: readonly Finding[]
  readonly added: readonly Finding[]
  readonly gone: readonly Finding[]
}

/** Asks a rule that is being written, against the same rule as it is installed. */
export function previewRule(
  subjects: PackSubjects,
  pack: RulePack,
  rule: PackRule,
  installed: PackRule | undefined,
): RulePreview {
  const matches = runPackRule(pack, rule, subjects)
  const before = installed ? runPackRule(pack, installed, subjects) : []
  return { matches, added: without(matches, before), gone: without(before, matches) }
}

/** What putting a version of a pack in the place of another changes. */
export interface UpgradePreview {
  readonly added: readonly PackRule[]
  readonly removed: readonly PackRule[]
  readonly changed: readonly { readonly rule: PackRule; readonly fields: readonly string[] }[]
  /** Findings that there were not before, and that there are no more. */
  readonly newlyFiring: readonly Finding[]
  readonly gone: readonly Finding[]
}

/** `installed` is undefined for a pack that is not in the document yet. */
export function previewUpgrade(
  subjects: PackSubjects,
  installed: RulePack | undefined,
  next: RulePack,
): UpgradePreview {
  const old = new Map(installed?.rules.map((rule) => [rule.id, rule]))
  const fresh = new Set(next.rules.map(({ id }) => id))
  const before = installed ? runPacks([installed], subjects) : []
  const after = runPacks([next], subjects)
  return {
    added: next.rules.filter(({ id }) => !old.has(id)),
    removed: (installed?.rules ?? []).filter(({ id }) => !fresh.has(id)),
    changed: next.rules.flatMap((rule) => {
      const fields = changedFields(old.get(rule.id), rule)
      return fields.length > 0 ? [{ rule, fields }] : []
    }),
    newlyFiring: without(after, before),
    gone: without(before, after),
  }
}

function changedFields(before: PackRule | undefined, after: PackRule): readonly string[] {
  if (!before) return []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key])).sort()
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const ids = new Set(others.map(({ id }) => id))
  return findings.filter(({ id }) => !ids.has(id))
}

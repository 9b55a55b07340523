// Runs rules over a revision and turns what they found into findings. A rule that crashes becomes a finding of its
// own: one bad rule must not hide the others.
import type { Finding, FindingPlace, Severity } from '../model/finding.ts'
import { SEVERITIES } from '../model/finding.ts'
import type { Graph } from '../graph/graph.ts'
import { compareText } from '../support/compare.ts'
import { describer, factsFingerprint } from './fingerprint.ts'
import type { Describe } from './fingerprint.ts'
import { severityOf } from './severities.ts'
import type { Found, Rule } from './types.ts'

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'An error',
  warning: 'A warning',
  info: 'A note',
}

/** Findings of `rules`, worst first, then by id. `check` runs one rule; a rule that the profile has off is not run. */
export function runRules<R extends Rule>(
  rules: readonly R[],
  revision: Pick<Graph, 'profile' | 'workflow'>,
  check: (rule: R) => readonly Found[],
): Finding[] {
  const about = { profile: revision.profile, describe: describer(revision) }
  return rules
    .filter(({ id }) => revision.profile.rules.get(id) !== 'off')
    .flatMap((rule) => checked(rule, about, check))
    .sort(compareFindings)
}

/** Worst first, then by id: the order in which findings are shown everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.id, b.id)
}

interface About extends Pick<Graph, 'profile'> {
  readonly describe: Describe
}

function checked<R extends Rule>(rule: R, about: About, check: (rule: R) => readonly Found[]): Finding[] {
  try {
    const findings = check(rule).map((found) => toFinding(rule, found, about))
    // A transition out of a sub-flow has an edge for each end of its contents, and is one place all the same.
    return [...new Map(findings.toReversed().map((finding) => [finding.id, finding])).values()].toReversed()
  } catch (error) {
    return [crash(rule, error)]
  }
}

function toFinding(rule: Rule, found: Found, { profile, describe }: About): Finding {
  const usual = severityOf(rule.id, found.grade)
  const severity = severityOf(rule.id, found.grade, profile)
  return {
    id: `${rule.id}@${placeId(found.at)}`,
    rule: rule.id,
    severity,
    kind: found.kind,
    message: found.message,
    facts: [...found.facts],
    fingerprint: factsFingerprint(found, describe),
    severityBecause:
      severity === usual
        ? `${SEVERITY_WORDS[usual]}, because ${found.because}.`
        : `${SEVERITY_WORDS[severity]}, because the profile of this document says so of ${rule.id}; without that it would be ${SEVERITY_WORDS[usual].toLowerCase()}, because ${found.because}.`,
    goesAwayIf: `Goes away if ${found.goesAwayIf}.`,
    place: found.at,
    ...(found.suggestion ? { suggestion: found.suggestion } : {}),
    ...(found.fixes
      ? { fixes: found.fixes.map(({ title, command }) => ({ title, command: { ...command } })) }
      : {}),
    ...(found.path ? { path: [...found.path] } : {}),
  }
}

function crash(rule: Rule, error: unknown): Finding {
  return {
    id: `${rule.id}@document`,
    rule: rule.id,
    severity: 'error',
    kind: 'lint',
    message: `Rule ${rule.id} could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    facts: [],
    // A rule that breaks again, in whatever way, is the same news.
    fingerprint: factsFingerprint({ grade: 'grave', facts: [] }, () => undefined),
    severityBecause: 'An error, because nothing can be said about what this rule looks for.',
    goesAwayIf: 'Goes away when the rule is mended; the other rules are not affected.',
    place: { document: true },
  }
}

function placeId(at: FindingPlace): string {
  if ('step' in at) return at.step
  if ('transition' in at) return at.transition
  return 'handoff' in at ? at.handoff : 'document'
}

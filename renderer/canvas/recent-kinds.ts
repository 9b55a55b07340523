// The kinds of step that were chosen last, for the top of the lists that offer kinds. Kept while the window is open.
import type { StepKind } from '../../shared/model/scales.ts'

const MOST = 3
let recent: readonly StepKind[] = []

export function recentKinds(): readonly StepKind[] {
  return recent
}

export function rememberKind(kind: StepKind): void {
  recent = [kind, ...recent.filter((other) => other !== kind)].slice(0, MOST)
}

// Brings a finding in front of the person: its element, its walk on the canvas, and the field that it is about.
import type { Finding } from '../../../shared/model/finding.ts'
import { selectFinding } from '../../state/step-finding.ts'
import { focusField, setPane } from '../../state/view.ts'
import { factTarget } from './groups.ts'

/** Selects the finding and draws its walk; with a fact that has a field, the inspector goes to that field. */
export function showFinding(tab: string, finding: Finding): void {
  selectFinding(tab, finding)
  const target = finding.facts.map((fact) => fact.field && factTarget(fact.field)).find((found) => found)
  if (!target) return
  setPane('right', true)
  focusField(tab, target)
}

// How bad a finding is, told by shape first: disc, diamond, ring.
import type { Severity } from '../../../shared/model/finding.ts'
import { words } from '../../words/words.ts'
import classes from './parts.module.css'

const SHAPES: Readonly<Record<Severity, string>> = {
  error: 'M5 0.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0 -9z',
  warning: 'M5 0L10 5L5 10L0 5z',
  info: 'M5 1.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0 -7z',
}

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg
      className={classes.mark}
      viewBox="0 0 10 10"
      role="img"
      aria-label={words.findings.severities[severity]}
    >
      <path d={SHAPES[severity]} className={classes[severity]} />
    </svg>
  )
}

// One icon per kind of step.
import {
  IconArrowsSplit2,
  IconArrowsJoin2,
  IconBolt,
  IconChecklist,
  IconCircleDot,
  IconFlag3,
  IconHourglass,
  IconPlayerPlay,
  IconRobot,
  IconRoute,
  IconSitemap,
  IconSparkles,
  IconUser,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { StepKind } from '../../../shared/model/scales.ts'

const ICONS: Readonly<Record<StepKind, Icon>> = {
  start: IconPlayerPlay,
  end: IconFlag3,
  step: IconCircleDot,
  model: IconSparkles,
  action: IconBolt,
  agent: IconRobot,
  check: IconChecklist,
  decision: IconRoute,
  split: IconArrowsSplit2,
  join: IconArrowsJoin2,
  human: IconUser,
  subflow: IconSitemap,
  wait: IconHourglass,
}

export function KindIcon({ kind, size }: { readonly kind: StepKind; readonly size: number }) {
  const Shown = ICONS[kind]
  return <Shown size={size} stroke={1.7} aria-hidden="true" />
}

// What the shades of the steps mean, and the way to be rid of them.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SHADINGS } from '../../shared/report/overlays.ts'
import { useView } from '../state/hooks.ts'
import { setOverlay } from '../state/view.ts'
import { words } from '../words/words.ts'
import { rampOf } from './shading.ts'
import classes from './Legend.module.css'

export function Legend() {
  const overlay = useView((state) => state.overlay)
  const shading = SHADINGS.find((each) => each === overlay)
  if (!shading) return null
  const [least, most] = words.folding.ends[shading]
  return (
    <section className={classes.legend} aria-label={words.folding.shadedBy}>
      <span className={classes.title}>{words.folding.shadings[shading]}</span>
      <span>{least}</span>
      <span className={classes.ramp} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((level) => (
          <i key={level} data-shade={`${rampOf(shading)}${level}`} />
        ))}
      </span>
      <span>{most}</span>
      {shading === 'authority' && <span className={classes.short}>{words.folding.short}</span>}
      <Tooltip label={words.folding.shadeOff}>
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={words.folding.shadeOff}
          onClick={() => setOverlay('none')}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </section>
  )
}

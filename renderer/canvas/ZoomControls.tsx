// The buttons that change the view, in the corner of the canvas.
import { ActionIcon, Tooltip } from '@mantine/core'
import { command, runAppCommand } from '../commands/registry.ts'
import classes from './ZoomControls.module.css'

const BUTTONS = ['view.zoomIn', 'view.zoomOut', 'view.fit', 'view.tidy'] as const

export function ZoomControls() {
  return (
    <div className={classes.controls} role="group">
      {BUTTONS.map((id) => {
        const { icon: Icon, label } = command(id)
        return (
          <Tooltip key={id} label={label} position="left">
            <ActionIcon aria-label={label} onClick={() => runAppCommand(id)}>
              {Icon && <Icon size={16} stroke={1.7} />}
            </ActionIcon>
          </Tooltip>
        )
      })}
    </div>
  )
}

// Short messages in the corner. Problems stay until they are dismissed; the others leave by themselves.
import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useMessages } from '../state/hooks.ts'
import { dismissMessage } from '../state/messages.ts'
import type { Message, MessagesState } from '../state/messages.ts'
import { words } from '../words/words.ts'
import classes from './Messages.module.css'

const STAY_MS = 6000
const ICONS = { info: IconInfoCircle, success: IconCircleCheck, problem: IconAlertTriangle }

export function Messages() {
  const messages = useMessages(selectMessages)
  return (
    <div className={classes.stack} role="log" aria-label={words.app.messages}>
      {messages.map((message) => (
        <Shown key={message.id} message={message} />
      ))}
    </div>
  )
}

function Shown({ message }: { readonly message: Message }) {
  const { id, tone, title, text, action } = message
  useEffect(() => {
    if (tone === 'problem') return
    const timer = setTimeout(() => dismissMessage(id), STAY_MS)
    return () => clearTimeout(timer)
  }, [id, tone])
  const Icon = ICONS[tone]
  return (
    <div className={classes.message} data-tone={tone} role={tone === 'problem' ? 'alert' : undefined}>
      <Icon size={18} stroke={1.8} className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <b>{title}</b>
        {text !== '' && <p>{text}</p>}
        {action && (
          <Button
            onClick={() => {
              dismissMessage(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <ActionIcon size={24} aria-label={words.common.close} onClick={() => dismissMessage(id)}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}

function selectMessages(state: MessagesState): MessagesState['messages'] {
  return state.messages
}

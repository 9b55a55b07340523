// What this is, which version, and the name that is kept with decisions.
import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { authorName } from '../../state/author.ts'
import { host } from '../../state/host.ts'
import { keepAuthorName } from '../../state/settings.ts'
import { words } from '../../words/words.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.about

export function AboutDialog() {
  const [version, setVersion] = useState('')
  const [author, setAuthor] = useState(authorName())
  useEffect(() => {
    // A host that does not answer leaves the line empty; everything else here is still true.
    host()
      .call('app.info', {})
      .then((info) => setVersion(said.version(info.version, info.platform)))
      .catch(() => setVersion(''))
  }, [])
  return (
    <DialogFrame title={said.title}>
      <p className={classes.text}>{said.text}</p>
      <p className={classes.text}>{said.private}</p>
      <p className={classes.hint}>
        {version} {said.licence}
      </p>
      <TextInput
        label={said.author}
        description={said.authorHint}
        value={author}
        maxLength={200}
        onChange={(event) => {
          setAuthor(event.currentTarget.value)
          keepAuthorName(event.currentTarget.value)
        }}
      />
    </DialogFrame>
  )
}

// Where everybody begins: open, new, paste, samples, and what was open last.
import { Button } from '@mantine/core'
import { IconClipboard, IconFilePlus, IconFolderOpen, IconHelp } from '@tabler/icons-react'
import { runAppCommand } from '../../commands/registry.ts'
import { openDialog } from '../../state/dialogs.ts'
import { openPath, openSample } from '../../state/open.ts'
import { host } from '../../state/host.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import classes from './home.module.css'
import { SamplePicture } from './sample-picture.tsx'
import { useHostList } from './use-host-list.ts'

const said = words.home

export function HomeScreen() {
  return (
    <div className={classes.home}>
      <div className={classes.inner}>
        <h1 className={classes.name}>{said.title}</h1>
        <p className={classes.tagline}>{said.tagline}</p>
        <div className={classes.actions}>
          <Button
            size="sm"
            variant="filled"
            leftSection={<IconFolderOpen size={16} />}
            onClick={() => runAppCommand('file.open')}
          >
            {said.open}
          </Button>
          <Button
            size="sm"
            leftSection={<IconFilePlus size={16} />}
            onClick={() => runAppCommand('file.new')}
          >
            {said.create}
          </Button>
          <Button
            size="sm"
            leftSection={<IconClipboard size={16} />}
            onClick={() => runAppCommand('file.import')}
          >
            {said.paste}
          </Button>
          <Button
            size="sm"
            variant="subtle"
            leftSection={<IconHelp size={16} />}
            onClick={() => openDialog({ kind: 'help', page: 'first-five-minutes' })}
          >
            {said.help}
          </Button>
        </div>
        <p className={classes.drop}>{said.drop}</p>
        <div className={classes.columns}>
          <Samples />
          <Recents />
        </div>
      </div>
    </div>
  )
}

function Samples() {
  const { items, error } = useHostList(askSamples)
  return (
    <section aria-label={said.samples}>
      <div className={classes.head}>
        <h2 className={classes.title}>{said.samples}</h2>
        <span className={classes.hint}>{said.samplesHint}</span>
      </div>
      {error !== null && (
        <p className={classes.hint}>
          {said.samplesFailed}: {error}
        </p>
      )}
      {error === null && items === null && <p className={classes.hint}>{said.samplesLoading}</p>}
      {items?.length === 0 && <p className={classes.hint}>{said.samplesNone}</p>}
      <ul className={classes.cards}>
        {items?.map((sample) => (
          <li key={sample.id}>
            <button type="button" className={classes.card} onClick={() => void openSample(sample.id)}>
              <SamplePicture id={sample.id} />
              <span className={classes.cardName}>{sample.name}</span>
              <span className={classes.hint}>{sample.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recents() {
  const { items, again } = useHostList(askRecents)
  const clear = (): void => void host().call('recents.clear', {}).then(again, again)
  return (
    <section aria-label={said.recent}>
      <div className={classes.head}>
        <h2 className={classes.title}>{said.recent}</h2>
        {items !== null && items.length > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={clear}>
            {said.recentClear}
          </Button>
        )}
      </div>
      {items?.length === 0 && <p className={classes.hint}>{said.recentNone}</p>}
      <ul className={classes.recents}>
        {items?.map((recent) => (
          <li key={recent.path}>
            <button
              type="button"
              className={classes.recent}
              aria-disabled={recent.missing}
              onClick={() => !recent.missing && void openPath(recent.path)}
            >
              <Clip text={recent.missing ? `${recent.name} · ${said.recentMissing}` : recent.name} />
              <Clip text={recent.path} className={classes.path!} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function askSamples() {
  return (await host().call('samples.list', {})).samples
}

async function askRecents() {
  return (await host().call('recents.list', {})).recents
}

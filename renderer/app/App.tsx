// The window: tabs on top, menu and toolbar, panes around the canvas, status bar at the bottom.
import { MantineProvider } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { Dialogs } from '../panels/dialogs/dialogs.tsx'
import { HomeScreen } from '../panels/home/home-screen.tsx'
import { StatusBar } from '../panels/status/status-bar.tsx'
import { useActiveId, useView } from '../state/hooks.ts'
import { shownTheme } from '../state/theme.ts'
import type { ViewState } from '../state/view.ts'
import { theme } from '../ui/theme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { Messages } from './Messages.tsx'
import { TabBar } from './TabBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Workspace } from './Workspace.tsx'
import { DropTarget } from './DropTarget.tsx'
import classes from './App.module.css'

export function App() {
  const scheme = useShownTheme()
  return (
    // The policy of the page forbids <style> tags: variables and classes come from our style sheets.
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <ErrorBoundary>
        <Window />
      </ErrorBoundary>
    </MantineProvider>
  )
}

// In another language everything is drawn anew: what is shown lives in the stores, and the words are read as it is drawn.
function Window() {
  const home = useActiveId() === null
  const spoken = useView(selectSpoken)
  return (
    <DropTarget key={spoken}>
      <div className={classes.window}>
        <TabBar />
        {!home && <Toolbar />}
        <main className={classes.main}>{home ? <HomeScreen /> : <Workspace />}</main>
        {!home && <StatusBar />}
      </div>
      <Dialogs />
      <Messages />
      <LiveRegion />
    </DropTarget>
  )
}

function useShownTheme(): 'light' | 'dark' {
  const choice = useView(selectTheme)
  return useSyncExternalStore(followSystem, () => shownTheme(choice))
}

function followSystem(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function selectSpoken(state: ViewState): string {
  return state.spoken
}

function selectTheme(state: ViewState): ViewState['theme'] {
  return state.theme
}

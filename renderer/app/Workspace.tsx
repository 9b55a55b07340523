// The panes around the canvas. They resize, collapse, and remember their size.
import { useCallback } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Layout } from 'react-resizable-panels'
import { Canvas } from '../canvas/Canvas.tsx'
import { FindBar } from '../panels/find-bar/find-bar.tsx'
import { InspectorPanel } from '../panels/inspector/inspector-panel.tsx'
import { OutlinePanel } from '../panels/outline/outline-panel.tsx'
import { useView } from '../state/hooks.ts'
import { setPaneSizes } from '../state/settings.ts'
import { Settled } from '../state/settled.tsx'
import { view } from '../state/view.ts'
import type { ViewState } from '../state/view.ts'
import { words } from '../words/words.ts'
import { BottomPane } from './BottomPane.tsx'
import classes from './Workspace.module.css'

/** Pixels: a finger's width of grip over a line of one pixel. */
const GRIP = { coarse: 24, fine: 8 }

export function Workspace() {
  const panes = useView(selectPanes)
  return (
    <Group
      orientation="horizontal"
      className={classes.group}
      defaultLayout={remembered(`columns ${panes.left} ${panes.right}`)}
      onLayoutChanged={useRemember(`columns ${panes.left} ${panes.right}`)}
      resizeTargetMinimumSize={GRIP}
    >
      {panes.left && (
        <>
          <Panel
            id="left"
            className={classes.pane}
            defaultSize={248}
            minSize={200}
            maxSize="40%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <Settled>
              <OutlinePanel />
            </Settled>
          </Panel>
          <Separator className={classes.line} aria-label={words.app.resize} />
        </>
      )}
      <Panel id="middle" minSize={320}>
        <Middle bottom={panes.bottom} />
      </Panel>
      {panes.right && (
        <>
          <Separator className={classes.line} aria-label={words.app.resize} />
          <Panel
            id="right"
            className={classes.pane}
            defaultSize={304}
            minSize={240}
            maxSize="45%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <Settled>
              <InspectorPanel />
            </Settled>
          </Panel>
        </>
      )}
    </Group>
  )
}

function Middle({ bottom }: { readonly bottom: boolean }) {
  return (
    <Group
      orientation="vertical"
      className={classes.group}
      defaultLayout={remembered(`rows ${bottom}`)}
      onLayoutChanged={useRemember(`rows ${bottom}`)}
      resizeTargetMinimumSize={GRIP}
    >
      <Panel id="canvas" minSize={160}>
        <div className={classes.canvas}>
          <FindBar />
          <Canvas />
        </div>
      </Panel>
      {bottom && (
        <>
          <Separator className={classes.line} aria-label={words.app.resize} />
          <Panel
            id="bottom"
            className={classes.pane}
            defaultSize={236}
            minSize={120}
            maxSize="70%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <Settled>
              <BottomPane />
            </Settled>
          </Panel>
        </>
      )}
    </Group>
  )
}

function useRemember(group: string) {
  return useCallback((layout: Layout) => setPaneSizes(group, layout), [group])
}

function remembered(group: string): Layout | undefined {
  return view.getState().paneSizes[group]
}

function selectPanes(state: ViewState): ViewState['panes'] {
  return state.panes
}

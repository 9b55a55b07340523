// The canvas: the active document drawn with React Flow, and everything that mouse and keyboard can do to it.
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useActiveId, useTabView } from '../state/hooks.ts'
import { AddMenu } from './menus/AddMenu.tsx'
import { CanvasMenu } from './menus/CanvasMenu.tsx'
import { ConnectMenu } from './menus/ConnectMenu.tsx'
import { RenameBox } from './menus/RenameBox.tsx'
import { SuggestionCard } from './menus/SuggestionCard.tsx'
import { Board } from './Board.tsx'
import { watchTheme } from './far/colors.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { Extras } from './Extras.tsx'
import { Minimap } from './Minimap.tsx'
import { ZoomControls } from './ZoomControls.tsx'
import { useCanvasRequests } from './use-canvas-requests.ts'
import { useShowAsked } from './use-show-asked.ts'
import { useClipboard } from './use-clipboard.ts'
import { useFlow } from './use-flow.ts'
import { useKeys } from './use-keys.ts'
import { words } from '../words/words.ts'
import classes from './Canvas.module.css'

/** The canvas of the active document; nothing on the home screen. */
export function Canvas() {
  const tab = useActiveId()
  if (tab === null) return null
  // A key per document: React Flow's store must not carry one document's view over to the next.
  return (
    <ReactFlowProvider key={tab}>
      <Drawing tab={tab} />
    </ReactFlowProvider>
  )
}

function Drawing({ tab }: { readonly tab: string }) {
  const root = useRef<HTMLElement>(null)
  const drawn = useFlow(tab)
  const { scene } = drawn
  const keys = useKeys(tab, scene)
  const design = useTabView((view) => view.mode === 'design')
  useCanvasRequests(root, scene)
  useShowAsked()
  useClipboard(root)
  useEffect(watchTheme, [])
  return (
    <section
      ref={root}
      className={classes.canvas}
      data-takes-keys
      aria-label={words.canvas.name}
      aria-description={words.canvas.help}
      data-mode={design ? 'design' : 'simulate'}
      {...keys}
    >
      <Board tab={tab} drawn={drawn} design={design} />
      <Minimap scene={scene} />
      <ZoomControls />
      <SuggestionCard scene={scene} />
      <AddMenu />
      <ConnectMenu scene={scene} />
      <RenameBox scene={scene} />
      <CanvasMenu />
      <EmptyHint />
      <Extras root={root} scene={scene} />
    </section>
  )
}

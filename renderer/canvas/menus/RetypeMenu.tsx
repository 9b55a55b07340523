// The list that makes the selected steps another kind.
import { useStore } from 'zustand'
import type { Command } from '../../../shared/commands/index.ts'
import type { StepKind } from '../../../shared/model/scales.ts'
import { runCommand } from '../../state/edit.ts'
import { announce } from '../../state/messages.ts'
import { ChoiceList } from '../../ui/ChoiceList.tsx'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { rememberKind } from '../recent-kinds.ts'
import { Floating } from './Floating.tsx'
import { kindChoices, kindOfChoice } from './kind-choices.tsx'

export function RetypeMenu() {
  const steps = useStore(canvasStore, (state) => (state.busy?.kind === 'retype' ? state.busy.steps : null))
  if (!steps) return null
  const leave = (): void => {
    setBusy(null)
    if (steps[0] !== undefined) askCanvas('focus', steps[0])
  }
  return (
    <Floating screen={null}>
      <ChoiceList
        title={words.editing.retypeTitle}
        placeholder={words.canvas.addSearch}
        nothing={words.canvas.noMatch}
        choicesFor={kindChoices}
        onTake={(id) => {
          leave()
          const kind = kindOfChoice(id)
          if (kind) retype(steps, kind)
        }}
        onLeave={leave}
      />
    </Floating>
  )
}

function retype(ids: readonly string[], kind: StepKind): void {
  rememberKind(kind)
  if (runCommand(retypeCommand(ids, kind))) announce(words.editing.retyped(words.scales.stepKinds[kind]))
}

/** What only an end has comes and goes with the kind. */
function retypeCommand(ids: readonly string[], kind: StepKind): Command {
  return { type: 'updateSteps', ids, set: { kind, outcome: kind === 'end' ? 'ok' : null } }
}

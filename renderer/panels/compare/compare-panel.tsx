// The compare mode's panel: which side to compare with, what it changes for people, and every change of the document.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { CHANGE_CLASSES } from '../../../shared/model/difference.ts'
import { needsFile, SIDES } from '../../state/compare-side.ts'
import type { SideKind } from '../../state/compare-side.ts'
import { chooseSide, setLayer } from '../../state/compare.ts'
import type { Layer, TabComparison } from '../../state/compare.ts'
import type { DocumentTab } from '../../state/documents.ts'
import { useActiveTab, useComparison, useTabView } from '../../state/hooks.ts'
import { setMode } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import parts from '../parts/parts.module.css'
import { BehaviourList } from './behaviour-list.tsx'
import { ChangeGroup } from './change-list.tsx'
import classes from './compare.module.css'

const said = words.compare
const LAYERS: readonly Layer[] = ['before', 'both', 'after', 'beside']

export function ComparePanel() {
  const tab = useActiveTab()
  const comparison = useComparison()
  const comparing = useTabView((view) => view.mode === 'compare')
  if (!tab) return <EmptyState title={words.common.nothingOpen} />
  if (!comparing) {
    return (
      <EmptyState title={said.title}>
        <Button variant="default" onClick={() => setMode(tab.id, 'compare')}>
          {words.commands.viewCompare}
        </Button>
      </EmptyState>
    )
  }
  return (
    <div className={parts.panel}>
      <Bar tab={tab} comparison={comparison} />
      <Body tab={tab} comparison={comparison} />
    </div>
  )
}

interface PartProps {
  readonly tab: DocumentTab
  readonly comparison: TabComparison
}

function Bar({ tab, comparison }: PartProps) {
  const { side, name, layer, difference, working } = comparison
  const label = (kind: SideKind): string =>
    kind === 'file' && name !== '' && side === 'file' ? said.sideNamed(name) : said.side[kind]
  return (
    <div className={`${parts.bar} ${classes.bar}`}>
      <NativeSelect
        aria-label={said.with}
        value={side ?? ''}
        data={SIDES.map((kind) => ({
          value: kind,
          label: label(kind),
          disabled: tab.path === null && needsFile(kind),
        }))}
        onChange={(event) => void chooseSide(tab.id, event.currentTarget.value as SideKind)}
      />
      <SegmentedControl
        aria-label={said.layer}
        data={LAYERS.map((value) => ({ value, label: said.layers[value] }))}
        value={layer}
        onChange={(value) => setLayer(tab.id, value)}
        transitionDuration={0}
      />
      <span className={parts.grow} />
      <span role="status">
        {working
          ? said.working
          : difference && difference.structural.length > 0
            ? said.counts(difference.structural.length)
            : ''}
      </span>
    </div>
  )
}

function Body({ tab, comparison }: PartProps) {
  const { difference, error, of, shown } = comparison
  if (error !== null) return <EmptyState title={said.failed(error)} />
  if (!difference) return <EmptyState title={said.working} />
  const { structural, behavioural } = difference
  if (structural.length === 0) return <EmptyState title={said.same}>{said.sameHint}</EmptyState>
  const restorable = of === tab.history.present && tab.readOnly === null
  return (
    <div className={parts.body}>
      <BehaviourList tab={tab.id} told={behavioural} />
      {structural.every(({ class: about }) => about === 'moved') && (
        <p className={classes.none}>{said.onlyMoved}</p>
      )}
      {CHANGE_CLASSES.map((about) => {
        const changes = structural.filter((change) => change.class === about)
        return (
          changes.length > 0 && (
            <ChangeGroup
              key={about}
              tab={tab.id}
              about={about}
              changes={changes}
              shown={shown.includes(about)}
              restorable={restorable}
            />
          )
        )
      })}
    </div>
  )
}

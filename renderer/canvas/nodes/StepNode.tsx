// A step on the canvas: a card, a pill, a diamond or a bar, with its gates at its door.
import { Handle, Position, useStore } from '@xyflow/react'
import type { NodeProps } from '@xyflow/react'
import { IconArrowUpRight, IconLock, IconPointOff } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { ConsequenceMeter, UncertaintyMeter } from '../../ui/meters.tsx'
import { words } from '../../words/words.ts'
import { setBusy } from '../canvas-store.ts'
import { isFar } from '../far/zoom.ts'
import type { StepData, StepNode as StepNodeType } from '../to-flow.ts'
import type { SceneStep } from '../../../shared/report/scene/types.ts'
import { shadeText, tintOf } from '../shading.ts'
import { InsideButton } from './InsideButton.tsx'
import { ChangeMark, spokenWith } from './ChangeMark.tsx'
import { Gate } from './Gate.tsx'
import { KindIcon } from './KindIcon.tsx'
import classes from './StepNode.module.css'

export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepNodeType>) {
  const far = useStore(isFar)
  const { step } = data
  return (
    <>
      {far ? <FarStep data={data} selected={selected} /> : <NearStep data={data} selected={selected} />}
      {!far &&
        step.gates.map((gate) => (
          <Gate
            key={gate.id}
            gate={gate}
            origin={step.rect}
            selected={gate.id === data.gate}
            change={data.gateChanges.get(gate.id)}
          />
        ))}
    </>
  )
})

interface Part {
  readonly data: StepData
  readonly selected: boolean
}

function NearStep({ data, selected }: Part) {
  const { step } = data
  return (
    <>
      <Body data={data} selected={selected}>
        {step.shape === 'card' || step.shape === 'tool' ? <Card data={data} /> : null}
        {step.shape === 'pill' && (
          <span className={classes.pillName}>{step.name || words.common.unnamed}</span>
        )}
        {step.shape === 'diamond' && <Diamond />}
      </Body>
      {step.caption && (
        <div
          className={classes.caption}
          style={{
            transform: `translate(${step.caption.x - step.rect.x}px, ${step.caption.y - step.rect.y}px)`,
            width: step.caption.width,
          }}
          title={step.name}
          aria-hidden="true"
        >
          {step.name}
        </div>
      )}
      {data.onWalk > 0 && step.errors && <span className={classes.walkEnd} aria-hidden="true" />}
      {data.decides !== 'no' && (
        <span
          className={classes.decides}
          data-untagged={data.decides === 'untagged' || undefined}
          role="img"
          aria-label={words.sensitivity[data.decides === 'untagged' ? 'markUntagged' : 'markDecides']}
          title={words.sensitivity[data.decides === 'untagged' ? 'markUntagged' : 'markDecides']}
        />
      )}
      {step.inside && <InsideButton step={step} inside={step.inside} />}
      {data.change && <ChangeMark change={data.change} />}
      {step.findings > 0 && (
        <span className={classes.badge} data-errors={step.errors || undefined} aria-hidden="true">
          {step.findings}
        </span>
      )}
      {step.shape !== 'tool' && step.kind !== 'start' && (
        <Handle id="in" type="target" position={Position.Left} className={classes.handle} tabIndex={-1} />
      )}
      {step.kind !== 'end' && step.shape !== 'tool' && (
        <Handle id="out" type="source" position={Position.Right} className={classes.handle} tabIndex={-1} />
      )}
    </>
  )
}

function Body({ data, selected, children }: Part & { readonly children: ReactNode }) {
  const { step } = data
  return (
    <div
      className={`${classes.step} ${classes[step.shape]}`}
      role="group"
      tabIndex={-1}
      data-item={`step:${step.id}`}
      data-kind={step.kind}
      data-selected={selected || undefined}
      data-walk={data.onWalk > 0 || undefined}
      data-dim={data.dim || undefined}
      data-token={data.token === 'none' ? undefined : data.token}
      data-candidate={data.candidate || undefined}
      data-change={data.change}
      data-shade={data.shading ? tintOf(data.shading, data.shade) : undefined}
      data-short={data.shade?.short}
      aria-label={spokenWith(step.spoken, data.change)}
      aria-roledescription={words.canvas.step}
      aria-current={selected}
      onDoubleClick={() => setBusy({ kind: 'rename', step: step.id })}
    >
      {children}
    </div>
  )
}

function Card({ data: { step, shade, shading } }: { readonly data: StepData }) {
  // The figure that steps are shaded by takes the place of what is said otherwise.
  const detail = shading && shade ? shadeText(shading, shade) : step.detail
  return (
    <>
      <div className={classes.title}>
        <KindIcon kind={step.kind} size={14} />
        <span className={classes.name} title={step.name}>
          {step.name || words.common.unnamed}
        </span>
      </div>
      <div className={classes.detail} title={detail}>
        {detail}
      </div>
      {step.shape === 'card' && <Marks step={step} />}
    </>
  )
}

function Marks({ step }: { readonly step: SceneStep }) {
  return (
    <div className={classes.marks}>
      {step.consequence !== 'none' && (
        <ConsequenceMeter level={step.consequence} label={words.canvas.consequence(step.consequence)} />
      )}
      {step.uncertainty !== 'none' && (
        <UncertaintyMeter level={step.uncertainty} label={words.canvas.uncertainty(step.uncertainty)} />
      )}
      {step.doubt !== '' && (
        <span className={classes.doubt} title={step.doubt}>
          {step.doubt}
        </span>
      )}
      <span className={classes.signs}>
        {step.irreversible && <Sign icon={IconPointOff} label={words.canvas.irreversible} />}
        {step.external && <Sign icon={IconArrowUpRight} label={words.canvas.external} />}
        {step.security && <Sign icon={IconLock} label={words.canvas.security} />}
      </span>
    </div>
  )
}

function Sign({ icon: Icon, label }: { readonly icon: typeof IconLock; readonly label: string }) {
  return (
    <span title={label} className={classes.sign}>
      <Icon size={13} stroke={1.8} aria-hidden="true" />
    </span>
  )
}

function Diamond() {
  return (
    <svg className={classes.diamondShape} width={40} height={40} viewBox="0 0 40 40" aria-hidden="true">
      <rect x={6.6} y={6.6} width={26.8} height={26.8} rx={6} transform="rotate(45 20 20)" />
      <path d="M15.5 16.5l9 7M15.5 23.5l9-7" />
    </svg>
  )
}

/** From afar the bitmap shows the step; this lies over the one that the keyboard stands on, to be focused and read out. */
function FarStep({ data, selected }: Part) {
  const { step } = data
  return (
    <div
      className={classes.far}
      role="group"
      tabIndex={-1}
      data-item={`step:${step.id}`}
      data-selected={selected || undefined}
      aria-label={spokenWith(step.spoken, data.change)}
      aria-roledescription={words.canvas.step}
      aria-current={selected}
    />
  )
}

// What a sample looks like, before it is opened. Its place is kept free until it is there, so that nothing jumps.
import { useEffect, useState } from 'react'
import { readDocument } from '../../../shared/document/read.ts'
import { thumbnailOf } from '../../../shared/report/thumbnail.ts'
import type { Thumbnail } from '../../../shared/report/thumbnail.ts'
import { host } from '../../state/host.ts'
import classes from './home.module.css'

export function SamplePicture({ id }: { readonly id: string }) {
  const [picture, setPicture] = useState<Thumbnail | null>(null)
  useEffect(() => {
    let gone = false
    // A sample that cannot be read says so when it is opened; its picture stays empty.
    void host()
      .call('samples.read', { id })
      .then(({ text }) => {
        const read = readDocument(text)
        if (read.ok && !gone) setPicture(thumbnailOf(read.value.workflow))
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [id])
  return (
    <span className={classes.picture} aria-hidden="true">
      {picture && <Drawn picture={picture} />}
    </span>
  )
}

function Drawn({ picture: { bounds, blocks, ways, people } }: { readonly picture: Thumbnail }) {
  const { x, y, width, height } = bounds
  return (
    <svg viewBox={`${x} ${y} ${width} ${height}`} preserveAspectRatio="xMidYMid meet">
      {ways.map(([from, to], index) => (
        <line key={index} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {blocks.map(({ rect, level, round }, index) => (
        <rect key={index} {...rect} rx={round ? rect.height / 2 : 10} data-level={level} />
      ))}
      {people.map((at, index) => (
        <circle key={index} cx={at.x} cy={at.y} r={17} />
      ))}
    </svg>
  )
}

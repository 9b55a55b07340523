// The targets: the files that each writes, and what each says it loses.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { exporters } from '../../shared/exporters/index.ts'
import { policy } from '../../shared/exporters/policy.ts'
import { svg } from '../../shared/exporters/svg.ts'
import type { ExportInput } from '../../shared/exporters/types.ts'
import { CertificateSchema } from '../../shared/model/placement.ts'
import { buildPolicy } from '../../shared/policy/build.ts'
import { writePolicy } from '../../shared/policy/revision.ts'
import { COMPLETE, refunds } from '../policy/example.ts'

function inputFor(handoff: Readonly<Record<string, unknown>> = COMPLETE): ExportInput {
  const workflow = refunds(handoff)
  const analysis = analyse(workflow)
  return {
    workflow,
    analysis,
    policy: buildPolicy(workflow, analysis),
    baseName: 'refunds',
    draw: () => '<svg/>',
    prove: () => ({ markdown: '# Proof', html: '<!doctype html>' }),
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  policy: 'policy.json',
  svg: 'svg',
  certificate: 'certificate.json',
  proof: 'proof.md',
  'proof-page': 'proof.html',
}

describe('every target', () => {
  test('has an id of its own', () => {
    expect(exporters.map(({ id }) => id)).toEqual(['policy', 'svg', 'certificate', 'proof', 'proof-page'])
  })

  test.each(exporters)('$id says of every field of a handoff what becomes of it, with a reason', (target) => {
    expect(Object.values(target.capabilities).every(({ why }) => why.length > 0)).toBe(true)
    expect(Object.keys(target.capabilities).toSorted()).toEqual(
      [...Object.keys(COMPLETE).filter((field) => field !== 'id'), 'unknown'].toSorted(),
    )
  })

  test.each(exporters)('$id names its file after the document', (target) => {
    const { files } = target.write(inputFor())
    expect(files.map(({ name }) => name)).toEqual([`refunds.${ENDINGS[target.id]}`])
  })
})

describe('policy', () => {
  test('loses nothing of what the format can say', () => {
    const input = inputFor()
    expect(policy.write(input)).toEqual({
      files: [{ name: 'refunds.policy.json', text: writePolicy(input.policy) }],
      losses: [],
    })
  })

  test('says that it drops fields that the format does not know', () => {
    const { losses } = policy.write(inputFor({ ...COMPLETE, colour: 'red' }))
    expect(losses).toEqual([
      {
        handoff: 'h1',
        field: 'colour',
        verdict: 'lost',
        why: 'the policy has no such field; runtimes read known fields alone',
      },
    ])
  })
})

describe('svg', () => {
  test('keeps kind, strength and place, shows who and how long, and loses the rest', () => {
    const { files, losses } = svg.write(inputFor())
    expect(files[0]?.text).toBe('<svg/>')
    expect(losses.filter(({ verdict }) => verdict === 'weakened').map(({ field }) => field)).toEqual([
      'assignee',
      'timeout',
    ])
    expect(losses.filter(({ verdict }) => verdict === 'lost').map(({ field }) => field)).toEqual(
      Object.keys(COMPLETE).filter(
        (field) => !['id', 'kind', 'strength', 'at', 'assignee', 'timeout'].includes(field),
      ),
    )
  })
})

describe('certificate and proof', () => {
  test('stand beside the document and lose nothing of it', () => {
    const input = inputFor()
    const targets = exporters.filter(({ id }) => id !== 'policy' && id !== 'svg')
    expect(targets.map((target) => target.write(input).losses)).toEqual([[], [], []])
    const texts = targets.map((target) => target.write(input).files[0]!.text)
    expect(CertificateSchema.parse(JSON.parse(texts[0]!))).toEqual(input.analysis.certificate)
    expect(texts.slice(1)).toEqual(['# Proof', '<!doctype html>'])
  })
})

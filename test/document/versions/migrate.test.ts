// Bringing old documents up to date, with steps that are planted here because none was needed yet.
import { expect, test } from 'vitest'
import { FORMAT_VERSION } from '../../../shared/model/workflow.ts'
import { newWorkflow } from '../../../shared/document/new.ts'
import { readVersioned } from '../../../shared/document/read.ts'
import { migrate } from '../../../shared/document/versions/migrate.ts'
import { versionSteps } from '../../../shared/document/versions/index.ts'
import type { Versions } from '../../../shared/document/versions/migrate.ts'

/** Each step leaves a mark, so that a step that ran twice, or not, or at the wrong time is seen. */
function planted(current: number): Versions {
  const steps = Array.from({ length: current - 1 }, (_, i) => ({
    from: i + 1,
    change: (document: Readonly<Record<string, unknown>>) => ({
      ...document,
      ran: [...((document['ran'] as unknown[] | undefined) ?? []), document['version']],
    }),
  }))
  return { current, steps }
}

test('the list has one step for each released version before this one, in order', () => {
  expect(versionSteps.map(({ from }) => from)).toEqual(
    Array.from({ length: FORMAT_VERSION - 1 }, (_, i) => i + 1),
  )
})

test('every step from the version of the document runs once, oldest first', () => {
  expect(migrate({ version: 1 }, 1, planted(4))).toEqual({ ok: true, value: { version: 4, ran: [1, 2, 3] } })
  expect(migrate({ version: 3 }, 3, planted(4))).toEqual({ ok: true, value: { version: 4, ran: [3] } })
})

test('a document of today’s version is left as it is, the same object', () => {
  const document = { version: 4 }
  expect(migrate(document, 4, planted(4))).toEqual({ ok: true, value: { version: 4 } })
  const again = migrate(document, 4, planted(4))
  expect(again.ok && again.value).toBe(document)
})

test('a hole in the list is an answer, not half a migration', () => {
  const { current, steps } = planted(4)
  const holed = { current, steps: steps.filter(({ from }) => from !== 2) }
  expect(migrate({ version: 1 }, 1, holed)).toEqual({
    ok: false,
    faults: [{ path: 'version', message: 'version 2 of the format is not known' }],
  })
})

test('the given document is not touched', () => {
  const document = Object.freeze({ version: 1, ran: Object.freeze([]) })
  migrate(document, 1, planted(3))
  expect(document).toEqual({ version: 1, ran: [] })
})

test('opening an old document migrates it before it is checked, and says from where', () => {
  const { name, ...rest } = newWorkflow('Old')
  const rename = {
    current: FORMAT_VERSION + 1,
    steps: [
      ...versionSteps,
      {
        from: FORMAT_VERSION,
        change: ({ title, ...others }: Readonly<Record<string, unknown>>) => ({ ...others, name: title }),
      },
    ],
  }
  const opened = readVersioned(JSON.stringify({ ...rest, title: name }), rename)
  expect(opened).toMatchObject({
    ok: true,
    value: {
      readOnly: false,
      migratedFrom: FORMAT_VERSION,
      workflow: { name: 'Old', version: FORMAT_VERSION + 1 },
    },
  })
})

test('a document of today’s version says nothing of a migration', () => {
  const opened = readVersioned(JSON.stringify(newWorkflow('x')), planted(1))
  expect(opened.ok && 'migratedFrom' in opened.value).toBe(false)
})

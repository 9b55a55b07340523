// One script of calls over both transports: the replies must be the same, and what the contract says.
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createHost } from '../../shared/host/client.ts'
import { calls, MAX_DOCUMENT_BYTES } from '../../shared/host/contract.ts'
import type { CallName } from '../../shared/host/contract.ts'
import type { Reply } from '../../shared/host/wire.ts'
import { overIpc, overWebSocket } from './support/subjects.ts'
import type { Subject } from './support/subjects.ts'

interface Row {
  readonly call: string
  readonly input: (folder: string) => unknown
  /** `ok`, or the code of the refusal. */
  readonly answer: string
  /** What a host's capabilities decide, and so may differ: only that the answer keeps to the contract. */
  readonly differs?: readonly ['ipc' | 'websocket', string]
  /** Acts as the second window. */
  readonly by?: 'other'
}

const file = (folder: string): string => path.join(folder, 'a.handoff')
const nothing = (): unknown => ({})
const begin = { document: 'd', path: null, name: 'Untitled', savedHash: null, text: 'base' }

const script: readonly Row[] = [
  { call: 'app.info', input: nothing, answer: 'ok' },
  { call: 'app.info', input: () => ({ more: 1 }), answer: 'bad-input' },
  { call: 'app.info', input: () => null, answer: 'bad-input' },
  { call: 'app.info', input: () => undefined, answer: 'bad-input' },
  { call: '__proto__', input: nothing, answer: 'unknown-call' },
  { call: 'toString', input: nothing, answer: 'unknown-call' },
  { call: 'app.takePendingFiles', input: nothing, answer: 'ok' },
  { call: 'samples.list', input: nothing, answer: 'ok' },
  { call: 'samples.read', input: () => ({ id: 'refunds' }), answer: 'ok' },
  { call: 'samples.read', input: () => ({ id: '../index' }), answer: 'not-found' },
  {
    call: 'file.pickOpen',
    input: () => ({ filters: [], multiple: true }),
    answer: 'ok',
    differs: ['websocket', 'forbidden'],
  },
  {
    call: 'file.pickSave',
    input: () => ({ suggestedName: 'a', filters: [] }),
    answer: 'ok',
    differs: ['websocket', 'forbidden'],
  },
  { call: 'file.read', input: (folder) => ({ path: file(folder) }), answer: 'not-found' },
  { call: 'file.read', input: () => ({ path: 'relative' }), answer: 'bad-input' },
  {
    call: 'file.readRevision',
    input: (folder) => ({ path: file(folder), revision: 'HEAD' }),
    answer: 'not-found',
  },
  {
    call: 'file.readRevision',
    input: (folder) => ({ path: file(folder), revision: '--help' }),
    answer: 'bad-input',
  },
  { call: 'file.readRevision', input: () => ({ path: 'relative', revision: 'HEAD' }), answer: 'bad-input' },
  { call: 'file.read', input: (folder) => ({ path: `${folder}/\0` }), answer: 'bad-input' },
  {
    call: 'file.write',
    input: (folder) => ({ path: file(folder), text: 'one 🙂\u0000', baseHash: null, overwrite: false }),
    answer: 'ok',
  },
  { call: 'file.read', input: (folder) => ({ path: file(folder) }), answer: 'ok' },
  {
    call: 'file.write',
    input: (folder) => ({ path: file(folder), text: 'two', baseHash: 'sha256:0', overwrite: false }),
    answer: 'conflict',
  },
  {
    call: 'file.write',
    input: (folder) => ({ path: file(folder), text: 'two', baseHash: null, overwrite: true }),
    answer: 'ok',
  },
  {
    call: 'file.write',
    input: (folder) => ({
      path: file(folder),
      text: 'x'.repeat(MAX_DOCUMENT_BYTES + 1),
      baseHash: null,
      overwrite: true,
    }),
    answer: 'bad-input',
  },
  { call: 'file.read', input: (folder) => ({ path: folder }), answer: 'bad-input' },
  { call: 'file.browse', input: (folder) => ({ path: folder }), answer: 'ok' },
  { call: 'file.browse', input: () => ({ path: null }), answer: 'ok' },
  { call: 'file.browse', input: (folder) => ({ path: path.join(folder, 'gone') }), answer: 'not-found' },
  { call: 'file.watch', input: (folder) => ({ path: file(folder) }), answer: 'ok' },
  { call: 'file.unwatch', input: (folder) => ({ path: file(folder) }), answer: 'ok' },
  { call: 'file.reveal', input: () => ({ path: 'relative' }), answer: 'bad-input' },
  { call: 'recents.add', input: (folder) => ({ path: file(folder) }), answer: 'ok' },
  { call: 'recents.add', input: (folder) => ({ path: path.join(folder, 'gone.handoff') }), answer: 'ok' },
  { call: 'recents.list', input: nothing, answer: 'ok' },
  { call: 'recents.clear', input: nothing, answer: 'ok' },
  { call: 'recents.list', input: nothing, answer: 'ok' },
  { call: 'journal.append', input: () => ({ document: 'd', sequence: 1, patch: 'p' }), answer: 'not-found' },
  { call: 'journal.begin', input: () => begin, answer: 'ok' },
  { call: 'journal.append', input: () => ({ document: 'd', sequence: 1, patch: 'p1' }), answer: 'ok' },
  { call: 'journal.append', input: () => ({ document: 'd', sequence: 0, patch: 'p0' }), answer: 'bad-input' },
  { call: 'journal.append', input: () => ({ document: 'd', sequence: 5, patch: 'p5' }), answer: 'conflict' },
  {
    call: 'journal.append',
    input: () => ({ document: 'd', sequence: 2, patch: 'x' }),
    answer: 'conflict',
    by: 'other',
  },
  { call: 'journal.recover', input: nothing, answer: 'ok', by: 'other' },
  { call: 'journal.recover', input: nothing, answer: 'ok' },
  { call: 'journal.end', input: () => ({ document: 'd' }), answer: 'conflict', by: 'other' },
  { call: 'journal.end', input: () => ({ document: 'd' }), answer: 'ok' },
  { call: 'journal.recover', input: nothing, answer: 'ok' },
  {
    call: 'settings.write',
    input: () => ({ key: 'panes', value: { left: [1, null, 'ü', true] } }),
    answer: 'ok',
  },
  { call: 'settings.write', input: () => ({ key: '__proto__', value: 1 }), answer: 'bad-input' },
  { call: 'settings.write', input: () => ({ key: 'big', value: 'x'.repeat(300_000) }), answer: 'too-large' },
  { call: 'settings.read', input: nothing, answer: 'ok' },
  { call: 'window.setEdited', input: () => ({ edited: true, title: 'a — Baton' }), answer: 'ok' },
  { call: 'window.answerClose', input: () => ({ close: false }), answer: 'ok' },
  { call: 'shell.openExternal', input: () => ({ url: 'javascript:alert(1)' }), answer: 'bad-input' },
  { call: 'shell.openExternal', input: () => ({ url: 'file:///etc/passwd' }), answer: 'bad-input' },
]

// On the wire as JSON and over IPC as a structured clone; dates and folders are each host's own.
function comparable(reply: Reply, folder: string): unknown {
  const text = JSON.stringify(reply, (key, value: unknown) => (key.endsWith('At') ? 0 : value))
  return JSON.parse(
    text
      .replaceAll(JSON.stringify(folder).slice(1, -1), '<folder>')
      .replaceAll(JSON.stringify(path.dirname(folder)).slice(1, -1), '<parent>'),
  )
}

async function play(subject: Subject): Promise<readonly unknown[]> {
  const replies = []
  for (const row of script) {
    const window = row.by === 'other' ? subject.otherWindow : subject.window
    const reply = await window.call(row.call, row.input(subject.folder))
    replies.push(comparable(reply, subject.folder))
  }
  return replies
}

describe('the contract', () => {
  it('is answered alike over both transports, call by call', { timeout: 60_000 }, async () => {
    const [ipc, websocket] = [await play(overIpc()), await play(await overWebSocket())]
    const codes = (replies: readonly unknown[]): readonly string[] =>
      (replies as Reply[]).map(
        (reply, row) => `${row} ${script[row]?.call} ${reply.ok ? 'ok' : reply.error.code}`,
      )
    const expected = (name: Subject['name']): readonly string[] =>
      script.map(
        ({ call, answer, differs }, row) => `${row} ${call} ${differs?.[0] === name ? differs[1] : answer}`,
      )
    expect(codes(ipc)).toEqual(expected('ipc'))
    expect(codes(websocket)).toEqual(expected('websocket'))
    const alike = (replies: readonly unknown[]): readonly unknown[] =>
      replies.map((reply, row) =>
        script[row]?.differs === undefined ? withoutCapabilities(reply) : 'differs',
      )
    expect(alike(websocket)).toEqual(alike(ipc))
  })

  it('has every call in that script', () => {
    const played = new Set(script.map(({ call }) => call))
    expect((Object.keys(calls) as CallName[]).filter((call) => !played.has(call))).toEqual([])
  })

  for (const open of [overIpc, overWebSocket]) {
    it(`sends events to the windows they concern (${open.name})`, async () => {
      const { folder, window, otherWindow } = await open()
      const [host, other] = [createHost(window), createHost(otherWindow)]
      const news: string[] = []
      host.on('file.changed', ({ hash }) => news.push(hash === null ? 'gone' : 'changed'))
      other.on('file.changed', () => news.push('told the other window'))
      writeFileSync(file(folder), 'one')
      await host.call('file.watch', { path: file(folder) })
      writeFileSync(file(folder), 'two')
      await vi.waitFor(() => expect(news).toEqual(['changed']))
      renameSync(file(folder), `${file(folder)}.away`)
      await vi.waitFor(() => expect(news).toEqual(['changed', 'gone']))
    })

    it(`refuses with an error that says which and why (${open.name})`, async () => {
      const { folder, window } = await open()
      await expect(createHost(window).call('file.read', { path: file(folder) })).rejects.toMatchObject({
        name: 'HostError',
        code: 'not-found',
        message: 'a.handoff could not be read: it does not exist.',
      })
    })

    it(
      `carries a document of the greatest size there and back (${open.name})`,
      { timeout: 60_000 },
      async () => {
        const { folder, window } = await open()
        const host = createHost(window)
        const text = '"\n'.repeat(MAX_DOCUMENT_BYTES / 2)
        const { hash } = await host.call('file.write', {
          path: file(folder),
          text,
          baseHash: null,
          overwrite: false,
        })
        const read = await host.call('file.read', { path: file(folder) })
        expect([read.hash, read.text === text]).toEqual([hash, true])
      },
    )
  }
})

function withoutCapabilities(reply: unknown): unknown {
  return JSON.parse(JSON.stringify(reply), (key, value: unknown) => (key === 'capabilities' ? null : value))
}

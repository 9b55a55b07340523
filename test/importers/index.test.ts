// Finding the importer for a text, and saying what a text is that none can read.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { newWorkflow } from '../../shared/document/new.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { bestFor, importers, importText } from '../../shared/importers/index.ts'
import { mermaid } from '../../shared/importers/mermaid.ts'
import { n8n } from '../../shared/importers/n8n.ts'
import { file, imported, messages, node, refusal, ways } from './support.ts'

const FLOW = file([node('Go', 'manualTrigger'), node('Work', 'set')], 'Go > Work')

test('every importer has a name, an id of its own, and extensions', () => {
  expect(importers.map((importer) => importer.id)).toEqual(['mermaid', 'n8n'])
  for (const { name, extensions } of importers) {
    expect(name).toMatch(/\S/)
    for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/)
  }
})

describe('chooses', () => {
  it.each([
    ['n8n', FLOW],
    ['n8n', `\ufeff\n ${FLOW}`],
    ['n8n', FLOW.slice(0, 200)],
    ['mermaid', 'graph TD\nA-->B'],
    ['mermaid', '%% note\nflowchart LR\nA-->B'],
    ['mermaid', '# Title\n```mermaid\ngraph TD\nA-->B\n```'],
    ['mermaid', 'sequenceDiagram\nA->>B: hi'],
  ])('%s for %.30s', (id, text) => expect(bestFor(text)?.id).toBe(id))
  it('what it is told to', () =>
    expect(refusal('graph TD\nA-->B', { from: 'n8n' })).toContain('expected a value'))
  it('nothing where no importer is sure', () => {
    for (const text of ['hello', '{}', '[1, 2]', 'a,b\n1,2']) expect(bestFor(text)).toBeUndefined()
  })
})

describe('says what it cannot read', () => {
  it.each([
    ['', 'the file is empty'],
    [writeDocument(newWorkflow('Mine')), 'this is already a Baton document; open it instead of importing it'],
    ['hello', 'no known format was found in it; what can be read: Mermaid flowchart, n8n workflow'],
    ['<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="x"/>', 'this looks like a BPMN diagram'],
    ['{"StartAt": "A", "States": {}}', 'this looks like an AWS Step Functions machine'],
    [
      '{"nodes": [{"id": "__start__"}], "edges": [{"source": "__start__"}]}',
      'a LangGraph graph in JSON (paste what draw_mermaid() prints instead)',
    ],
    ['kind: app\nversion: 0.1', 'this looks like a Dify app'],
  ])('%.30s', (text, message) => expect(refusal(text)).toContain(message))
  it('and which importers there are', () =>
    expect(refusal(FLOW, { from: 'visio' })).toBe('there is no importer "visio"; there are mermaid, n8n'))
  it('no text is a Baton document because it speaks of one', () => {
    const text = file([node('Go', 'manualTrigger'), node('"format": "handoff"', 'set')])
    expect(importText(text).ok).toBe(true)
  })
})

test('the name comes from the file, else from whoever asks', () => {
  expect(imported(FLOW, { name: 'flow.json' }).workflow.name).toBe('Test')
  expect(imported('graph TD\nA-->B', { name: 'flow.mmd' }).workflow.name).toBe('flow.mmd')
  expect(n8n.read(FLOW.replace('"name":"Test",', '')).ok && mermaid.read('graph TD\nA-->B').ok).toBe(true)
})

test('the two descriptions of the refund desk agree on who decides and on what is done', () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url), 'utf8')
  const [file, drawing] = [imported(fixture('refund-desk.json')), imported(fixture('refund-desk.mmd'))]
  const of = ({ workflow }: typeof file) => ({
    people: workflow.steps.filter((step) => step.kind === 'human').map((step) => step.grant),
    actions: workflow.steps
      .flatMap((step) =>
        (step.consequence?.level ?? 0) > 1 ? [`${step.verb} ${step.consequence!.level}`] : [],
      )
      .sort(),
    models: workflow.steps.filter((step) => step.kind === 'model').map((step) => step.uncertainty?.label),
    refusals: workflow.transitions.filter((transition) => transition.kind === 'reject').length,
  })
  expect(of(file)).toEqual({
    people: ['approve'],
    actions: ['pay 4', 'pay 4', 'send 3'],
    models: ['content'],
    refusals: 1,
  })
  expect(of(drawing)).toEqual(of(file))
  expect(ways(file)).toContain('Agreed? -> Stopped [reject] "false" {not(data.approved = true)}')
  expect(JSON.stringify(file.workflow)).not.toContain('A. Person')
  expect(messages(file.report.repairs)).toContain('sample data')
})

// Other people's files, where they are at hand: each one imports with the counts that its own tools give, or is refused
// with a place. They are not part of the project; without them this file says loudly that it did not run.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Imported } from '../../shared/importers/types.ts'
import { checkPromises, messages, stepNamed } from './support.ts'

// From the root of the project, so that it is found from wherever the tests are run.
const CORPORA = new URL('../../../shared/corpora/', import.meta.url)
const MANIFEST = new URL('MANIFEST.tsv', CORPORA)
const AT_HAND = existsSync(MANIFEST)

interface Row {
  readonly file: string
  readonly nodes: number | undefined
  readonly edges: number | undefined
  readonly parse: string
}

const ROWS: readonly Row[] = AT_HAND ? readFileSync(MANIFEST, 'utf8').split('\n').slice(1).flatMap(rowOf) : []

/** Files that the tools of their own format could not read. */
const BROKEN = ROWS.filter((row) => row.nodes === undefined && !row.file.includes('ALL_unique'))

function rowOf(line: string): Row[] {
  const cells = line.split('\t')
  const file = cells[0] ?? ''
  if (!/^(?:n8n|mermaid|langgraph)\//.test(file) || file.endsWith('.graph.json')) return []
  const number = (cell: string | undefined) => (cell === undefined || cell === '' ? undefined : Number(cell))
  return [{ file, nodes: number(cells[6]), edges: number(cells[7]), parse: cells[9] ?? '' }]
}

function read(file: string): string {
  return readFileSync(new URL(file, CORPORA), 'utf8')
}

function importFile(file: string): Imported {
  const result = importText(read(file))
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.faults)}`)
  return result.value
}

if (!AT_HAND) {
  // oxlint-disable-next-line no-console -- a check that did not run must be seen
  console.error("\nNOT RUN: the corpora of other people's files are not at hand (../shared/corpora)\n")
}

test.skipIf(AT_HAND)('NOT RUN: ../shared/corpora is not there', () => {
  expect(ROWS).toEqual([])
})

describe.runIf(AT_HAND)('every file', () => {
  test('is on the list', () => expect(ROWS.length).toBeGreaterThanOrEqual(71))

  it.each(ROWS.filter((row) => row.nodes !== undefined))(
    '$file imports with the counts of its own tools',
    ({ file, nodes, edges }) => {
      const before = performance.now()
      const result = importFile(file)
      expect(performance.now() - before).toBeLessThan(1000)
      checkPromises(result)
      expect(result.report.source).toEqual({ nodes, edges })
    },
  )

  it.each(BROKEN.filter((row) => row.file.startsWith('n8n/')))('$file is read up to its end', ({ file }) => {
    const result = importFile(file)
    checkPromises(result)
    expect(result.report.repairs[0]).toMatchObject({
      message: expect.stringContaining('behind the end'),
      place: expect.stringMatching(/^\d+:\d+$/),
    })
  })

  it.each(BROKEN.filter((row) => !row.file.startsWith('n8n/')))(
    '$file is read although its own tool fails',
    ({ file }) => {
      const result = importFile(file)
      checkPromises(result)
      expect(result.report.source).toEqual({ nodes: 8, edges: 9 })
    },
  )

  it('that is empty is refused with its place', () => {
    expect(importText(read('n8n/ene-ALL_unique_nodes.json'))).toEqual({
      ok: false,
      faults: [{ path: '', message: 'line 1, column 1: the file is empty; there is nothing to import' }],
    })
  })

  it('keeps no address, no key and no sample data', () => {
    for (const { file } of ROWS.filter(
      (row) => row.file.startsWith('n8n/') && !row.file.includes('ALL_unique'),
    )) {
      const text = JSON.stringify(importFile(file).workflow)
      expect(text, file).not.toMatch(
        /sk-[A-Za-z0-9]{20}|xox[bp]-\d|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{20}|"pinData"|jsCode/,
      )
    }
  })

  it('is analysed in less than a second', () => {
    const lines = ROWS.filter((row) => !row.file.includes('ALL_unique')).map(({ file }) => {
      const { workflow, report } = importFile(file)
      const before = performance.now()
      const analysis = analyse(workflow)
      const ms = performance.now() - before
      expect(ms, file).toBeLessThan(1000)
      const cells = [workflow.steps.length, report.human, analysis.placement.handoffs.length, ms.toFixed(0)]
      return [...cells.map((cell) => String(cell).padStart(9)), ' ', file].join('')
    })
    // oxlint-disable-next-line no-console -- the table is what a person reads
    console.log(`\n    steps    human suggested       ms\n${lines.join('\n')}`)
    expect(lines.length).toBe(ROWS.length - 1)
  })
})

describe.runIf(AT_HAND)('people are found where the files have them', () => {
  it.each([
    [
      'n8n/ene-A-Very-Simple-_Human-in-the-Loop_-Email-Response-System-Using-AI-and-IMAP.json',
      'Approve Email',
      'approve',
    ],
    ['n8n/ene-Qualifying-Appointment-Requests-with-AI-n8n-Forms.json', 'Wait for Approval', 'approve'],
    ['n8n/zie-1185_Telegram_Wait_Automate_Webhook.json', 'Confirm Qdrant Delete Points', 'approve'],
    [
      'n8n/zie-generate-collaborative-handbooks-with-gpt4o-multi-agent-orchestration-human-revi.json',
      'Wait for Human Approval',
      'approve',
    ],
    ['n8n/soc-04-bruteforce-auto-containment.json', 'Wait for Human Approval (30m timeout)', 'approve'],
    ['n8n/ene-Conversational-Interviews-with-AI-Agents-and-n8n-Forms.json', 'Get Answer', undefined],
    ['n8n/zie-1897_Webhook_Filter_Sync_Webhook.json', 'Choose Notion Database', undefined],
    ['n8n/zie-1909_Gmailtool_Automation_Triggered.json', 'SEND_AND_WAIT', undefined],
    ['mermaid/flujo-pipeline-auto-low.mmd', '👤 UserApproval', 'approve'],
    ['mermaid/bmad-core-architecture-2.mmd', 'User Approval', 'approve'],
    ['langgraph/test_get_graph_loop.1.mmd', 'human', undefined],
  ])('%s: %s', (file, name, grant) => {
    const step = stepNamed(importFile(file), name)
    expect([step.kind, step.grant]).toEqual(['human', grant])
  })
  it('and a LangGraph interrupt', () => {
    expect(importFile('langgraph/test_weather_subgraph-memory.mmd').workflow.handoffs).toMatchObject([
      { at: { before: 'weather_node' } },
    ])
  })
  it('and not where a message is only sent', () => {
    const { report } = importFile('n8n/ene-Ask-a-human-for-help-when-the-AI-doesn_t-know-the-answer.json')
    expect(report.human).toBe(0)
  })
})

describe.runIf(AT_HAND)('damaged files say so', () => {
  it.each([
    ['n8n/zie-1762_Form_Aggregate_Automation_Triggered.json', 'not among the nodes'],
    ['n8n/zie-1807_Linkedin_Googledocs_Automate_Webhook.json', 'not among the nodes'],
    ['n8n/zie-head-0511_Mongodbtool_Stickynote_Automation_Triggered.json', 'not among the nodes'],
    ['n8n/zie-head-1909_Gmailtool_Automation_Triggered.json', 'there are no connections'],
    ['n8n/ene-BambooHR-AI-Powered-Company-Policies-and-Benefits-Chatbot.json', 'sample data'],
  ])('%s: %s', (file, words) =>
    expect(messages([...importFile(file).report.repairs, ...importFile(file).report.blindSpots])).toContain(
      words,
    ),
  )
})

/** What matters of a flow that is told twice: who decides, what is done, where handoffs belong. */
function gist({ workflow }: Imported) {
  const { placement, covered } = analyse(workflow)
  return {
    people: workflow.steps.flatMap((step) => (step.kind === 'human' ? [step.grant ?? 'none'] : [])),
    actions: workflow.steps
      .flatMap((step) =>
        (step.consequence?.level ?? 0) >= 2 ? [`${step.consequence!.level} ${step.verb}`] : [],
      )
      .sort(),
    decisions: workflow.steps.filter((step) => step.kind === 'decision').length,
    refusals: workflow.transitions.filter((transition) => transition.kind === 'reject').length,
    covered,
    handoffs: placement.handoffs.map((handoff) => `${handoff.kind} ${handoff.strength}`).sort(),
  }
}

describe.runIf(AT_HAND)('a flow told as n8n and as a drawing comes out the same', () => {
  it.each(ROWS.filter((row) => row.file.startsWith('mermaid/soc-')))('$file', ({ file }) => {
    const twin = file.replace('mermaid/', 'n8n/').replace('.mmd', '.json')
    expect(gist(importFile(file))).toEqual(gist(importFile(twin)))
  })
})

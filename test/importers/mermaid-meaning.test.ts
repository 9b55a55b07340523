// What shapes and words of a drawing are read as: kinds, tags with the word they rest on, people, ways and ends.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { imported, messages, stepNamed, ways } from './support.ts'

const chart = (body: string) => imported(`flowchart TD\n${body}`)
const fixture = (name: string) => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url), 'utf8')

/** Kind, grant, level and doubt of a node in mid-flow with this text. */
function reads(text: string): string {
  const result = chart(`S([Start]) --> A["${text}"]\nA --> E([End])`)
  const { kind, grant, consequence, uncertainty } = result.workflow.steps.find(
    (step) => !['start', 'end'].includes(step.id),
  )!
  return [
    kind,
    grant,
    consequence?.level === undefined ? undefined : `C${consequence.level}`,
    uncertainty && `U${uncertainty.level} ${uncertainty.label}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

describe('words', () => {
  it.each([
    ['Human approval', 'human approve'],
    ['👤 UserApproval', 'human approve'],
    ['⏸ Wait for the boss', 'human'],
    ['Manager approves the refund', 'human approve'],
    ['analyst/pm: review & approve story', 'human approve'],
    ['Legal sign-off', 'human approve'],
    ['Customer confirms the booking', 'human confirm'],
    ['Four eyes check', 'human two-person'],
    ['Manual review', 'human'],
    ['human', 'human'],
    ['Escalate to support', 'human'],
    ['qa: review implementation', 'human'],
    ['dev: address QA feedback', 'step'],
    ['Evaluate approval', 'step C0'],
    ['Slack: request approval', 'action C3'],
    ['LLM: write a draft', 'model C0 U2 content'],
    ['Classify with GPT-4', 'model C0 U2 score'],
    ['Triage agent (ReAct)', 'agent U3 content'],
    ['🤖 Helper', 'agent U3 content'],
    ['Validate agent verdict', 'step C0'],
    ['Compute score', 'step C0 U1 score'],
    ['Pay the supplier', 'action C4'],
    ['Refund the customer', 'action C4'],
    ['Email: tell the customer', 'action C3'],
    ['Send the report', 'action C3'],
    ['Publish the article', 'action C3'],
    ['Delete the records', 'action C4'],
    ['Deploy to production', 'action C4'],
    ['Grant access', 'action C4'],
    ['Okta: suspend user', 'action C3'],
    ['Update the sheet', 'action C2'],
    ['Jira: open a ticket', 'action C2'],
    ['Look up the order', 'step C0'],
    ['Respond 202', 'action C1'],
    ['Respond with the result', 'action C3'],
    ['Audit log', 'step'],
    ['Something unheard of', 'step'],
  ])('%s', (text, reading) => expect(reads(text)).toBe(reading))

  it('are named in the tag and in the report', () => {
    const result = chart('S([Start]) --> A[Pay the supplier]')
    expect(stepNamed(result, 'Pay the supplier').consequence!.basis).toBe(
      'Mermaid: the word “pay” in “Pay the supplier”: moves money or commits to it',
    )
    expect(messages(result.report.guesses)).toContain(
      '“Pay the supplier”: read as something that moves money or commits to it, by “pay”',
    )
    expect(result.report.guesses.find((item) => item.message.includes('Pay'))).toMatchObject({
      place: '2:16',
      step: 'pay_the_supplier',
    })
  })
})

describe('shapes', () => {
  it.each([
    ['A{text}', 'decision'],
    ['A@{ shape: manual-input, label: "text" }', 'human'],
    ['A@{ shape: delay, label: "text" }', 'wait'],
    ['A[[text of a workflow]]', 'subflow'],
    ['A[[text]]', 'step'],
    ['A[(text)]', 'step'],
    ['A["text?"]', 'step'],
  ])('%s', (node, kind) => {
    expect(
      chart(`S([Start]) --> ${node}\nA --> E([End])`).workflow.steps.find((step) =>
        step.name.startsWith('text'),
      )!.kind,
    ).toBe(kind)
  })
  it('a bar with several ways out is a split, with several ways in a join', () => {
    const result = chart(
      'S([Start]) --> F@{ shape: fork, label: "fork" }\nF --> A & B\nA & B --> J@{ shape: join, label: "join" }\nJ --> E([End])',
    )
    expect([stepNamed(result, 'fork').kind, stepNamed(result, 'join').kind]).toEqual(['split', 'join'])
  })
  it('a diamond with a person in it is a person', () => {
    const result = chart(
      'S([Start]) --> A{User approval}\nA -->|approved| B[Go]\nA -->|needs changes| C[Mend]',
    )
    expect(stepNamed(result, 'User approval')).toMatchObject({ kind: 'human', grant: 'approve' })
    expect(ways(result)).toContain('User approval -> Mend [reject] "needs changes"')
  })
})

describe('starts and ends', () => {
  it('are what looks like them and stands at the edge', () => {
    const result = chart(
      'A[/"Webhook: new order"/] --> B[Work]\nC["Start: by hand"] --> B\nB --> D([Finished])\nB --> E[Failed]',
    )
    expect(['Webhook: new order', 'Start: by hand'].map((name) => stepNamed(result, name).kind)).toEqual([
      'start',
      'start',
    ])
    expect(stepNamed(result, 'Webhook: new order').uncertainty).toMatchObject({ label: 'untrusted' })
    expect(
      [stepNamed(result, 'Finished'), stepNamed(result, 'Failed')].map((step) => [step.kind, step.outcome]),
    ).toEqual([
      ['end', 'ok'],
      ['end', 'failed'],
    ])
  })
  it('are put in where there are none', () => {
    const result = chart('A[One] --> B[Two]')
    expect(ways(result)).toEqual(['One -> Two', 'Start -> One', 'Two -> Done'])
    expect(messages(result.report.repairs)).toMatch(/a start was added[^]*an end was added/)
  })
  it('a ring begins with what the text names first', () => {
    expect(ways(chart('A[One] --> B[Two]\nB --> A'))).toEqual(['One -> Two', 'Start -> One', 'Two -> One'])
  })
  it('a middle that is called "Start" is none', () => {
    expect(stepNamed(chart('A[One] --> B[Start the engine] --> C[Two]'), 'Start the engine').kind).toBe(
      'step',
    )
  })
})

describe('ways', () => {
  it.each([
    ['retry', 'retry'],
    ['on error', 'error'],
    ['timeout', 'timeout'],
    ['rejected', 'reject'],
    ['low confidence', 'low-confidence'],
    ['unclear', 'ambiguity'],
    ['out of policy', 'exception'],
    ['yes', 'normal'],
  ])('%s', (label, kind) => {
    const result = chart(`S([Start]) --> A{which}\nA -->|${label}| B[Work]\nA -->|other| C[Rest]`)
    expect(result.workflow.transitions.find((transition) => transition.label === label)!.kind).toBe(kind)
  })
  it('several arrows without a word are walked at once, and their meeting waits', () => {
    const result = chart(
      'S([Start]) --> A[Work]\nA --> B[One]\nA --> C[Two]\nB --> D[Both]\nC --> D\nD --> E([End])',
    )
    expect(ways(result)).toEqual([
      'All done -> Both',
      'All of these -> One',
      'All of these -> Two',
      'Both -> End',
      'One -> All done',
      'Start -> Work',
      'Two -> All done',
      'Work -> All of these',
    ])
  })
  it('a ring that leads back to where it meets is no join', () => {
    const result = chart('S([Start]) --> A[Work]\nA --> B[Ring]\nA --> C[Aside]\nB --> D[More]\nD --> B')
    expect(result.workflow.steps.some((step) => step.kind === 'join')).toBe(false)
  })
  it('a step called "merge" is the join itself', () => {
    const result = chart(
      'S([Start]) --> A[Work]\nA --> B[One]\nA --> C[Two]\nB --> D[Merge results]\nC --> D',
    )
    expect(stepNamed(result, 'Merge results').kind).toBe('join')
  })
  it('arrows with words, dotted ones, and those of a decision exclude each other', () => {
    for (const arrows of ['A -->|x| B\nA -->|y| C', 'A --> B\nA -.-> C', 'A{q} --> B\nA --> C']) {
      expect(chart(`S([Start]) --> A\n${arrows}`).workflow.steps.some((step) => step.kind === 'split')).toBe(
        false,
      )
    }
  })
  it('two heads are two transitions, no head is a guess, and invisible ones are none', () => {
    const result = chart('A <--> B\nB --- C\nC ~~~ D')
    expect(ways(result).filter((way) => /^[ABCD] -> [ABCD]$/.test(way))).toEqual([
      'A -> B',
      'B -> A',
      'B -> C',
    ])
    expect(messages(result.report.guesses)).toContain('without an arrow head')
    expect(messages(result.report.repairs)).toMatch(/invisible links[^]*two heads/)
  })
})

describe('groups', () => {
  it('links to them lead to their first and from their last steps', () => {
    const result = chart(
      'S([Start]) --> one\nsubgraph one\nA --> B\nend\nsubgraph two\nC --> D\nend\none --> two',
    )
    expect(ways(result)).toEqual(['A -> B', 'B -> C', 'C -> D', 'D -> Done', 'Start -> A'])
    expect(result.report.source).toEqual({ nodes: 7, edges: 4 })
    expect(messages(result.report.repairs)).toContain('the group is no step')
  })
  it('and a link from a group into itself makes no step lead to itself', () => {
    const result = chart('subgraph one\nA --> B\nend\none --> B')
    expect(ways(result)).toEqual(['A -> B', 'B -> Done', 'Start -> A'])
  })
  it('within groups, and an empty one is a step', () => {
    const result = chart(
      'subgraph outer\nsubgraph inner\nA --> B\nend\nend\nouter --> C\nsubgraph empty\nend\nC --> empty',
    )
    expect(ways(result)).toEqual(['A -> B', 'B -> C', 'C -> empty', 'Start -> A', 'empty -> Done'])
  })
})

test('lines that say "ai_tool" and "ai_languageModel" wire an agent', () => {
  const result = chart(
    'S([Start]) --> A[Triage agent]\nA -. "ai_languageModel" .- M[gpt-4o]\nA -. "ai_tool" .- T[Delete account]\nA --> E([End])',
  )
  expect(stepNamed(result, 'Triage agent')).toMatchObject({ kind: 'agent', description: 'Uses gpt-4o.' })
  expect(stepNamed(result, 'Delete account')).toMatchObject({
    parent: 'triage_agent',
    consequence: { level: 4 },
  })
  expect(ways(result)).toEqual(['Start -> Triage agent', 'Triage agent -> End'])
})

test('a message before a person carries the question', () => {
  const result = chart(
    'S([Start]) --> A[Slack: ask for leave]\nA --> B[👤 Approval]\nB -->|yes| C[Pay the bill]\nB -->|no| D([Stopped])',
  )
  expect(stepNamed(result, 'Slack: ask for leave')).toMatchObject({ kind: 'step', consequence: { level: 0 } })
  expect(ways(result)).toContain('👤 Approval -> Stopped [reject] "no"')
})

test('a message that also leads elsewhere keeps its weight', () => {
  const result = chart(
    'S([Start]) --> A[Slack: tell the team]\nA -->|first| B[👤 Approval]\nA -->|second| C[Work]',
  )
  expect(stepNamed(result, 'Slack: tell the team')).toMatchObject({
    kind: 'action',
    consequence: { level: 3 },
  })
})

test('our drawing of the refund desk', () => {
  const result = imported(fixture('refund-desk.mmd'))
  expect(result.workflow.name).toBe('Refund desk')
  expect(ways(result)).toEqual([
    'Approved? -> Pay the refund "yes"',
    'Approved? -> Stopped [reject] "no"',
    'Email: tell the customer -> Done',
    'LLM: understand the request -> over 100?',
    'Pay the refund -> Email: tell the customer',
    'Pay the small refund -> Email: tell the customer',
    'Webhook: refund request -> LLM: understand the request',
    'over 100? -> Pay the small refund "no"',
    'over 100? -> 👤 Ask the desk for approval "yes"',
    '👤 Ask the desk for approval -> Approved?',
  ])
  expect(result.report.source).toEqual({ nodes: 9, edges: 9 })
})

test('a drawing inside of Markdown', () => {
  const result = imported(fixture('readme.md'))
  expect(ways(result)).toEqual([
    'Human review -> LLM writes an answer [reject] "rejected"',
    'Human review -> Send the answer "ok"',
    'LLM writes an answer -> Human review',
    'Send the answer -> Done',
    'Start: a question comes in -> LLM writes an answer',
  ])
  expect(messages(result.report.blindSpots)).toContain('more diagrams in the text')
})

test('a drawing of LangGraph: its names, its conditional ways, its interrupts', () => {
  const result = imported(fixture('langgraph.mmd'))
  expect(ways(result)).toEqual([
    '__start__ -> agent',
    'agent -> subgraph',
    'agent -> tools "use tools"',
    'end -> inner',
    'inner -> __end__',
    'subgraph -> end',
    'tools -> agent',
  ])
  expect(['__start__', '__end__', 'agent', 'tools'].map((name) => stepNamed(result, name).kind)).toEqual([
    'start',
    'end',
    'agent',
    'action',
  ])
  expect(result.workflow.handoffs).toMatchObject([
    { kind: 'approval', strength: 'confirm', at: { before: 'tools' } },
  ])
  expect(result.report).toMatchObject({ human: 1, source: { nodes: 7, edges: 7 } })
})

test('LangGraph: an interrupt after a node is a handoff on each way out of it, and a supervisor is no person', () => {
  const result = imported(
    'graph TD;\n__start__ --> supervisor;\nwork(work<hr/><small><em>__interrupt = after</em></small>)\nsupervisor -.-> work;\nsupervisor -.-> __end__;\nwork --> supervisor;\nwork -.-> human;\nhuman --> __end__;',
  )
  expect(result.workflow.handoffs.map((handoff) => Object.keys(handoff.at))).toEqual([['on'], ['on']])
  expect([stepNamed(result, 'supervisor').kind, stepNamed(result, 'human').kind]).toEqual(['step', 'human'])
})

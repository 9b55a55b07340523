// The grammar of flowcharts: every way to write a node, a link and a group, and what is told of what cannot be read.
import { describe, expect, it, test } from 'vitest'
import { parseChart } from '../../shared/importers/mermaid/parse.ts'
import { findChart } from '../../shared/importers/mermaid/source.ts'
import { plainLabel } from '../../shared/importers/mermaid/labels.ts'
import { refusal } from './support.ts'

function parse(text: string) {
  const chart = findChart(text)
  if (!chart.ok) throw new Error(JSON.stringify(chart.faults))
  return parseChart(chart.value)
}

/** Nodes as `id shape text`, links as `a -kind-> b text`, faults as messages. */
function read(body: string): {
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  readonly faults: readonly string[]
} {
  const { graph, faults } = parse(`flowchart TD\n${body}`)
  return {
    nodes: [...graph.nodes.values()].map(({ id, shape, text }) =>
      [id, shape, text].filter((part) => part !== undefined).join(' '),
    ),
    links: graph.edges.map(({ from, to, text, stroke, headed, twoWay }) => {
      const kind = [stroke === 'normal' ? '' : stroke, headed ? '' : 'line', twoWay ? 'both' : ''].join('')
      return `${from} -${kind}-> ${to}${text === '' ? '' : ` ${text}`}`
    }),
    faults: faults.map((left) => left.fault.message),
  }
}

describe('nodes', () => {
  it.each([
    ['A', 'A'],
    ['A[text here]', 'A box text here'],
    ['A(text)', 'A round text'],
    ['A([text])', 'A stadium text'],
    ['A[[text]]', 'A subroutine text'],
    ['A[(text)]', 'A cylinder text'],
    ['A((text))', 'A circle text'],
    ['A(((text)))', 'A double-circle text'],
    ['A{text}', 'A diamond text'],
    ['A{{text}}', 'A hexagon text'],
    ['A>text]', 'A other text'],
    ['A[/text/]', 'A slanted text'],
    ['A[\\text\\]', 'A slanted text'],
    ['A[/text\\]', 'A slanted text'],
    ['A[\\text/]', 'A slanted text'],
    [
      'A["quoted [with] (all) {kinds} of; brackets --> & "]',
      'A box quoted [with] (all) {kinds} of; brackets --> & ',
    ],
    ['A[ "quoted" ]', 'A box quoted'],
    ['A["two\nlines"]', 'A box two\nlines'],
    ['A[a (b) c]', 'A box a (b) c'],
    ['A["`**bold** text`"]', 'A box `**bold** text`'],
    ['A@{ shape: diamond, label: "Sure?" }', 'A diamond Sure?'],
    ['A@{ shape: manual-input, label: By hand }', 'A manual By hand'],
    ['A@{ label: "x, y: z}" }', 'A x, y: z}'],
    ['A@{\n  shape: cyl\n  label: "Data"\n}', 'A cylinder Data'],
    ['A@{ shape: no-such-shape }', 'A box'],
    ['A[text]:::warm', 'A box text'],
    ['A:::warm', 'A'],
    ['some-id_1.x', 'some-id_1.x'],
    ['größe', 'größe'],
    ['日本', '日本'],
    ['a\\3ab', 'a\\3ab'],
    ['end(end)', 'end round end'],
    ['subgraph[x]', 'subgraph box x'],
    ['style --> B', 'style'],
  ])('%s', (source, node) => {
    const { nodes, faults } = read(source)
    expect([nodes[0], faults]).toEqual([node, []])
  })
})

describe('links', () => {
  it.each([
    ['A --> B', ['A --> B']],
    ['A-->B', ['A --> B']],
    ['A ----> B', ['A --> B']],
    ['A --- B', ['A -line-> B']],
    ['A -.-> B', ['A -dotted-> B']],
    ['A -..-> B', ['A -dotted-> B']],
    ['A -.- B', ['A -dottedline-> B']],
    ['A ==> B', ['A -thick-> B']],
    ['A === B', ['A -thickline-> B']],
    ['A ~~~ B', ['A -invisibleline-> B']],
    ['A --x B', ['A --> B']],
    ['A --o B', ['A --> B']],
    ['A o--o B', ['A --> B']],
    ['A <--> B', ['A -both-> B']],
    ['A x--x B', ['A --> B']],
    ['A -- some text --> B', ['A --> B some text']],
    ['A --some text--> B', ['A --> B some text']],
    ['A -- "quoted -- text" --> B', ['A --> B quoted -- text']],
    ['A -->|text| B', ['A --> B text']],
    ['A -->|"quoted | text"| B', ['A --> B quoted | text']],
    ['A --> |text| B', ['A --> B text']],
    ['A -. text .-> B', ['A -dotted-> B text']],
    ['A -. &nbsp;go-left&nbsp; .-> B', ['A -dotted-> B &nbsp;go-left&nbsp;']],
    ['A == text ==> B', ['A -thick-> B text']],
    ['A -- text --- B', ['A -line-> B text']],
    ['A e1@--> B', ['A --> B']],
    ['A --> B --> C', ['A --> B', 'B --> C']],
    ['A & B --> C & D', ['A --> C', 'A --> D', 'B --> C', 'B --> D']],
    ['A & B--> C & D', ['A --> C', 'A --> D', 'B --> C', 'B --> D']],
    ['A[x] -- yes --> B{y} -->|no| C((z))', ['A --> B yes', 'B --> C no']],
    ['A --> B; B --> C;', ['A --> B', 'B --> C']],
    ['A -->\n B', ['A --> B']],
    ['A --> A', ['A --> A']],
    ['dev-x --> dev-y', ['dev-x --> dev-y']],
    ['A --> end', ['A --> end']],
    ['end --> A', ['end --> A']],
    ['subgraph --> A', ['subgraph --> A']],
  ])('%s', (source, links) => {
    const { links: found, faults } = read(source)
    expect([found, faults]).toEqual([links, []])
  })
})

describe('groups', () => {
  const groupsOf = (body: string) =>
    parse(`flowchart TD\n${body}`).graph.groups.map(({ id, title, parent }) => [id, title, parent])
  it.each([
    ['subgraph one\nA\nend', [['one', 'one', undefined]]],
    ['subgraph "A title"\nA\nend', [['A title', '"A title"', undefined]]],
    ['subgraph one [The first]\nA\nend', [['one', 'The first', undefined]]],
    ['subgraph one["The first"]\nA\nend', [['one', '"The first"', undefined]]],
    ['subgraph Many words here\nA\nend', [['Many words here', 'Many words here', undefined]]],
    [
      'subgraph a\nsubgraph b\nA\nend\nB\nend',
      [
        ['a', 'a', undefined],
        ['b', 'b', 0],
      ],
    ],
    ['subgraph a\ndirection LR\nA\nend', [['a', 'a', undefined]]],
  ])('%j', (body, groups) => expect(groupsOf(body)).toEqual(groups))
  it('hold the nodes named first inside of them', () => {
    const { graph } = parse('flowchart TD\nA\nsubgraph g\nA --> B\nend\nC --> B')
    expect([...graph.nodes.values()].map((node) => [node.id, node.group])).toEqual([
      ['A', undefined],
      ['B', 0],
      ['C', undefined],
    ])
  })
})

test('comments, directives, styling and front matter say nothing', () => {
  const text = `---\ntitle: "My chart"\nconfig:\n  look: hand\n---\n%%{init: {"flowchart":\n {"htmlLabels": false}} }%%\n%% graph of something else\nflowchart LR\n  A --> B %% not a remark\n  classDef warm fill:#f00,stroke:#333;\n  class A,B warm\n  style A fill:#bbf; \n  linkStyle 0 stroke:red\n  click A "https://a.example"\n  accTitle: A title\n  accDescr {\n   more\n  }\n  B --> C`
  const { graph } = parse(text)
  expect(graph.edges.map((edge) => `${edge.from}${edge.to}`)).toEqual(['AB', 'BC'])
  expect(graph.styling).toBe(5)
  expect(findChart(text)).toMatchObject({ ok: true, value: { title: 'My chart', direction: 'LR' } })
})

describe('headers', () => {
  it.each([
    'graph TD',
    'graph LR;',
    'flowchart BT',
    'flowchart RL',
    'graph TB',
    'flowchart-elk TD',
    'graph',
    'graph >',
    '  graph TD',
  ])('%s', (header) => {
    expect(parse(`${header}\nA-->B`).graph.edges).toHaveLength(1)
  })
  it('with the first statement behind them', () =>
    expect(parse('graph TD; A-->B').graph.edges).toHaveLength(1))
  it('with line ends of Windows', () =>
    expect(parse('graph TD\r\nA --> B\r\nB --> C\r\n').graph.edges).toHaveLength(2))
})

describe('blocks', () => {
  it('in Markdown, fenced and indented', () => {
    for (const [open, close] of [
      ['```mermaid', '```'],
      ['~~~ mermaid', '~~~'],
      ['````mermaid', '````'],
      ['    ```mermaid', '    ```'],
    ]) {
      expect(
        parse(`# Title\n\n${open}\ngraph TD\nA --> B\n${close}\n\nmore --> text`).graph.edges,
      ).toHaveLength(1)
    }
  })
  it('the first flowchart among other diagrams', () => {
    const chart = findChart(
      '```mermaid\npie\n"a": 1\n```\n```mermaid\ngraph TD\nA-->B\n```\n```mermaid\ngraph TD\nC-->D\n```',
    )
    expect(chart).toMatchObject({ ok: true, value: { others: 1 } })
  })
  it('in YAML', () =>
    expect(
      parse('flow:\n  diagram: |\n    graph TD\n      A --> B\n      B --> C\n  other: 1\n').graph.edges,
    ).toHaveLength(2))
})

describe('is refused by name', () => {
  it.each([
    [
      'sequenceDiagram\n A->>B: hi',
      'line 1, column 1: this is a Mermaid diagram of the kind "sequenceDiagram"; only flowcharts can be read',
    ],
    ['%% note\n\n  gantt\n title x', 'line 3, column 3: this is a Mermaid diagram of the kind "gantt"'],
    ['stateDiagram-v2\n a --> b', 'the kind "stateDiagram"'],
    [
      '```mermaid\nclassDiagram\n A <|-- B\n```',
      'line 2, column 1: this is a Mermaid diagram of the kind "classDiagram"',
    ],
    ['```mermaid\n\n```', 'the diagram is empty'],
    ['hello', 'line 1, column 1: expected "flowchart" or "graph"'],
  ])('%s', (text, message) => expect(refusal(text, { from: 'mermaid' })).toContain(message))
})

describe('what cannot be read is told with its place, and the rest is read', () => {
  it.each([
    ['A --> B[text\nB --> C', ['B --> C'], ['line 2, column 8: expected "]" to close "["']],
    [
      'A --> \nB --> C\nC => D',
      ['A --> B', 'B --> C'],
      ['line 4, column 3: expected an arrow such as "-->", or the end of the line, got "="'],
    ],
    [
      'A B C\nC --> D',
      ['C --> D'],
      ['line 2, column 3: expected an arrow such as "-->", or the end of the line, got "B"'],
    ],
    [
      'A -- text\nB --> C',
      ['B --> C'],
      ['line 2, column 3: this link never ends: expected an arrow such as "-->" behind its text'],
    ],
    ['A["x\nB --> C', ['B --> C'], ['line 2, column 3: this text in double quotes never ends']],
    ['A["x" y]\nB --> C', ['B --> C'], ['line 2, column 7: expected "]" behind the text, got "y"']],
    ['A -->|x B\nB --> C', ['B --> C'], ['line 2, column 6: expected "|" to end the text of the link']],
    ['A --> \n', [], ['line 3, column 1: expected the name of a node, got the end of the text']],
    ['A --> -->\nB --> C', ['B --> C'], ['line 2, column 7: expected the name of a node, got "-"']],
    ['A & --> B\nB --> C', ['B --> C'], ['line 2, column 5: expected the name of a node, got "-"']],
    ['A@{ shape }\nB --> C', ['B --> C'], ['line 2, column 11: expected "key: value" or "}", got "}"']],
    ['end\nA --> B', ['A --> B'], ['line 2, column 1: "end" closes no subgraph; it was left out']],
    [
      'subgraph x\nA --> B',
      ['A --> B'],
      ['line 2, column 1: this subgraph has no "end"; it ends with the text'],
    ],
  ])('%j', (body, links, faults) => {
    const found = read(body)
    expect([found.links, found.faults]).toEqual([links, faults])
  })
})

describe('labels', () => {
  it.each([
    ['a<br/>b<br>c', 'a b c'],
    ['<p>__start__</p>', '__start__'],
    ['&nbsp;go&nbsp;', 'go'],
    ['#quot;x#quot; #91;1#93; &lt;b&gt; &#39;y&#39; #9829;', '"x" [1] <b> \'y\' ♥'],
    ['#nosuch; &#0; &#xD800;', '#nosuch; &#0; &#xD800;'],
    ['`**bold** and more`', 'bold and more'],
    ['fa:fa-user Approve', 'Approve'],
    ['  many\n   spaces ', 'many spaces'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['a\\3ab', 'a:b'],
  ])('%s', (raw, plain) => expect(plainLabel(raw, 200)).toBe(plain))
})

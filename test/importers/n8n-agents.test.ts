// Agents in n8n files: tools with their own tags, parts that fold into them, reviews that become handoffs.
import { describe, expect, it, test } from 'vitest'
import { file, imported, messages, node, stepNamed, ways } from './support.ts'

const CHAT = node('Chat', 'lc:chatTrigger')
const AGENT = node('Agent', 'lc:agent')

describe('tools', () => {
  const result = imported(
    file(
      [
        CHAT,
        AGENT,
        node('Mail', 'gmailTool', {}, { typeVersion: 2 }),
        node('Look up', 'googleSheetsTool'),
        node('Model', 'lc:lmChatOpenAi', { model: { value: 'gpt-4o-mini' } }),
        node('Memory', 'lc:memoryBufferWindow'),
      ],
      'Chat > Agent',
      'Mail ai_tool> Agent',
      'Look up ai_tool> Agent',
      'Model ai_languageModel> Agent',
      'Memory ai_memory> Agent',
    ),
  )
  it('belong to their agent and have tags of their own', () => {
    expect(stepNamed(result, 'Mail')).toMatchObject({
      kind: 'action',
      parent: 'agent',
      verb: 'send',
      consequence: { level: 3, external: true },
    })
    expect(stepNamed(result, 'Look up')).toMatchObject({
      kind: 'step',
      parent: 'agent',
      consequence: { level: 0 },
    })
  })
  it('leave the agent without weight of its own', () => {
    expect(stepNamed(result, 'Agent')).toMatchObject({
      kind: 'agent',
      consequence: { level: 0 },
      uncertainty: { level: 3, label: 'content' },
    })
  })
  it('are no transitions, and the report accounts for them', () => {
    expect(ways(result)).toEqual(['Agent -> Done', 'Chat -> Agent'])
    expect(result.report.source).toEqual({ nodes: 6, edges: 5 })
    expect(result.report.repairs).toContainEqual(
      expect.objectContaining({ count: 2, change: { steps: 0, transitions: -2 } }),
    )
    expect(result.report.repairs).toContainEqual(
      expect.objectContaining({ count: 2, change: { steps: -2, transitions: -2 } }),
    )
  })
  it('and parts are named on the agent', () => {
    expect(stepNamed(result, 'Agent').description).toBe('Uses Model (gpt-4o-mini), Memory.')
    expect(stepNamed(result, 'Agent').uncertainty!.basis).toContain('with lm Chat Open Ai gpt-4o-mini')
  })
})

test('a person among the tools is no gate', () => {
  const result = imported(
    file(
      [CHAT, AGENT, node('Ask', 'gmailTool', { operation: 'sendAndWait' })],
      'Chat > Agent',
      'Ask ai_tool> Agent',
    ),
  )
  expect(stepNamed(result, 'Ask')).toMatchObject({ kind: 'human', parent: 'agent' })
  expect(stepNamed(result, 'Ask').grant).toBeUndefined()
  expect(messages(result.report.guesses)).toContain('so it is no gate')
})

describe('a review between a tool and its agent', () => {
  const review = node('Review', 'slackHitlTool', {
    options: { limitWaitTime: { values: { resumeAmount: 2, resumeUnit: 'days' } } },
  })
  it('is an approval before the tool', () => {
    const nodes = [
      CHAT,
      AGENT,
      node('Refund', 'stripeTool', { resource: 'charge', operation: 'create' }),
      review,
    ]
    const result = imported(file(nodes, 'Chat > Agent', 'Refund ai_tool> Review', 'Review ai_tool> Agent'))
    expect(result.workflow.handoffs).toMatchObject([
      {
        id: 'review',
        kind: 'approval',
        strength: 'approve',
        at: { before: 'refund' },
        title: 'Review',
        timeout: { after: 'P2D', then: 'reject' },
        onReject: { to: 'agent' },
      },
    ])
    expect(stepNamed(result, 'Refund')).toMatchObject({ parent: 'agent', verb: 'pay' })
    expect(result.report.human).toBe(1)
    expect(result.workflow.steps.some((step) => step.name === 'Review')).toBe(false)
  })
  it('covers every tool behind it, and is told about where it covers none', () => {
    const nodes = [CHAT, AGENT, node('A', 'gmailTool'), node('B', 'slackTool'), review]
    const both = imported(
      file(nodes, 'Chat > Agent', 'A ai_tool> Review', 'B ai_tool> Review', 'Review ai_tool> Agent'),
    )
    expect(both.workflow.handoffs.map((handoff) => handoff.at)).toEqual([{ before: 'a' }, { before: 'b' }])
    const none = imported(file([CHAT, AGENT, review], 'Chat > Agent', 'Review ai_tool> Agent'))
    expect(messages(none.report.repairs)).toContain('no tool is connected to it')
  })
  it('that can be gone round is said', () => {
    const nodes = [CHAT, AGENT, node('Other', 'lc:agent'), node('A', 'gmailTool'), review]
    const result = imported(
      file(
        nodes,
        'Chat > Agent',
        'Agent > Other',
        'A ai_tool> Review',
        'Review ai_tool> Agent',
        'A ai_tool> Other',
      ),
    )
    expect(messages(result.report.blindSpots)).toContain('without the review')
  })
})

test('a tool of two agents is shown under each of them', () => {
  const nodes = [CHAT, AGENT, node('Other', 'lc:agent'), node('Mail', 'gmailTool', {}, { typeVersion: 2 })]
  const result = imported(
    file(nodes, 'Chat > Agent', 'Agent > Other', 'Mail ai_tool> Agent', 'Mail ai_tool> Other'),
  )
  const tools = result.workflow.steps.filter((step) => step.name === 'Mail')
  expect(tools.map((step) => [step.parent, step.consequence?.level])).toEqual([
    ['agent', 3],
    ['other', 3],
  ])
})

test('agents inside of agents, and a ring of them', () => {
  const inner = node('Inner', 'lc:agentTool')
  const nodes = [CHAT, AGENT, inner, node('Mail', 'gmailTool')]
  const nested = imported(file(nodes, 'Chat > Agent', 'Inner ai_tool> Agent', 'Mail ai_tool> Inner'))
  expect([stepNamed(nested, 'Inner').parent, stepNamed(nested, 'Mail').parent]).toEqual(['agent', 'inner'])
  const ring = imported(
    file(
      [CHAT, AGENT, inner, node('Twin', 'lc:agentTool')],
      'Chat > Agent',
      'Inner ai_tool> Twin',
      'Twin ai_tool> Inner',
      'Inner ai_tool> Agent',
    ),
  )
  // Inner hangs on Twin and on Agent, Twin on Inner: the ring is cut, what hangs on the agent stays.
  const hung = ring.workflow.steps.filter((step) => step.parent !== undefined)
  expect(hung.map((step) => [step.name, step.parent])).toContainEqual(['Inner', 'agent'])
})

test('a model that is given tools is an agent', () => {
  const result = imported(
    file([CHAT, node('Ask', 'lc:openAi'), node('Mail', 'gmailTool')], 'Chat > Ask', 'Mail ai_tool> Ask'),
  )
  expect(stepNamed(result, 'Ask')).toMatchObject({ kind: 'agent', uncertainty: { level: 3 } })
})

test('an MCP server gets the agent that calls it from outside', () => {
  const nodes = [
    node('Server', 'lc:mcpTrigger'),
    node('Add role', 'discordTool', { resource: 'member', operation: 'roleAdd' }),
  ]
  const result = imported(file(nodes, 'Add role ai_tool> Server'))
  expect(ways(result)).toEqual(['Calling agent -> Done', 'Server -> Calling agent'])
  expect(stepNamed(result, 'Add role')).toMatchObject({ parent: 'calling_agent', verb: 'permission' })
})

test('a part that nothing holds stays visible', () => {
  const result = imported(
    file(
      [
        CHAT,
        node('Model', 'lc:lmChatOpenAi'),
        node('A', 'lc:embeddingsOpenAi'),
        node('B', 'lc:vectorStoreInMemory'),
      ],
      'A ai_embedding> B',
      'B ai_vectorStore> A',
    ),
  )
  expect(result.workflow.steps.map((step) => step.name)).toEqual(expect.arrayContaining(['Model', 'A', 'B']))
})

test('parts of parts end up in the step that uses them, and a disabled model brings no name', () => {
  const nodes = [
    CHAT,
    AGENT,
    node('Store', 'lc:vectorStoreQdrant'),
    node('Search', 'lc:toolVectorStore'),
    node('Embed', 'lc:embeddingsOpenAi'),
    node('Off', 'lc:lmChatOpenAi', { model: 'gpt-x' }, { disabled: true }),
  ]
  const result = imported(
    file(
      nodes,
      'Chat > Agent',
      'Search ai_tool> Agent',
      'Store ai_vectorStore> Search',
      'Embed ai_embedding> Store',
      'Off ai_languageModel> Agent',
    ),
  )
  expect(stepNamed(result, 'Search').description).toBe('Uses Store, Embed.')
  expect(stepNamed(result, 'Agent').uncertainty!.basis).not.toContain('gpt-x')
})

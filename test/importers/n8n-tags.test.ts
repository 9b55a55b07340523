// The tags of n8n nodes: by type, version, resource and operation; by method and address; by SQL. Each with its reason.
import { describe, expect, it, test } from 'vitest'
import { file, imported, messages, node, stepNamed } from './support.ts'
import type { Raw } from './support.ts'

/** `kind level reversibility flags verb` of one node on its own; `?` where nobody has said. */
function tagOf(type: string, parameters: Raw, version = 1): string {
  const result = imported(file([node('X', type, parameters, { typeVersion: version })]))
  const { kind, consequence, verb } = stepNamed(result, 'X')
  const flags = [consequence?.external ? 'external' : '', consequence?.security ? 'security' : ''].filter(
    (f) => f !== '',
  )
  return [
    kind,
    consequence?.level ?? '?',
    consequence?.reversibility ?? '?',
    ...flags,
    ...(verb === undefined ? [] : [verb]),
  ].join(' ')
}

const READ = 'step 0 0'
const WRITE = 'action 2 1 write'
const SEND = 'action 3 3 external send'
const TEAM = 'action 3 1 send'
const PUBLISH = 'action 3 2 external publish'
const SHARED = 'action 3 1 external write'
const DELETE = 'action 4 3 delete'
const BIN = 'action 4 1 delete'
const PAY = 'action 4 2 external pay'
const PERMISSION = 'action 4 1 security permission'
const EXECUTE = 'action 4 3 security execute'
const DEPLOY = 'action 4 1 deploy'
const MODEL = 'model 0 0'
const UNKNOWN = 'action ? ?'

describe('what n8n does when the file is silent', () => {
  it.each<readonly [type: string, version: number, parameters: Raw, tag: string]>([
    ['gmail', 2, {}, SEND],
    ['gmail', 1, {}, 'action 1 0 write'],
    ['gmail', 2.1, { resource: 'draft' }, 'action 1 0 write'],
    ['slack', 2, {}, TEAM],
    ['telegram', 1, {}, SEND],
    ['discord', 2, {}, WRITE],
    ['discord', 2, { resource: 'message' }, TEAM],
    ['discord', 1, {}, TEAM],
    ['microsoftOutlook', 2, {}, SEND],
    ['emailSend', 2, {}, SEND],
    ['whatsApp', 1, {}, SEND],
    ['twilio', 1, {}, SEND],
    ['twitter', 2, {}, PUBLISH],
    ['linkedIn', 1, {}, PUBLISH],
    ['mattermost', 1, {}, TEAM],
    ['googleSheets', 4, {}, READ],
    ['googleDocs', 2, {}, WRITE],
    ['dataTable', 1, {}, WRITE],
    ['redis', 1, {}, READ],
    ['ssh', 1, {}, EXECUTE],
    ['airtable', 2, {}, READ],
    ['airtable', 1, {}, READ],
    ['notion', 2, {}, WRITE],
    ['postgres', 2, {}, WRITE],
    ['mySql', 1, {}, WRITE],
    ['supabase', 1, {}, WRITE],
    ['hubspot', 2, {}, WRITE],
    ['hubspot', 1, {}, WRITE],
    ['github', 1, {}, SHARED],
    ['jira', 1, {}, WRITE],
    ['todoist', 2, {}, WRITE],
    ['zendesk', 1, {}, SHARED],
    ['googleCalendar', 1, {}, SHARED],
    ['googleDrive', 3, {}, WRITE],
    ['googleDrive', 3, { resource: 'fileFolder' }, READ],
    ['wordpress', 1, {}, PUBLISH],
    ['shopify', 1, {}, PAY],
    ['mongoDb', 1, {}, READ],
    ['youTube', 1, {}, READ],
    ['stripe', 1, {}, READ],
    ['httpRequest', 4, {}, READ],
    ['executeCommand', 1, {}, EXECUTE],
    ['readWriteFile', 1, {}, READ],
  ])('%s %s %j', (type, version, parameters, tag) => expect(tagOf(type, parameters, version)).toBe(tag))

  test('is counted, and marked on the step', () => {
    const result = imported(
      file([
        node('A', 'gmail', {}, { typeVersion: 2 }),
        node('B', 'slack'),
        node('C', 'slack', { operation: 'post' }),
      ]),
    )
    expect(messages(result.report.guesses)).toContain('2 operations are not stated')
    expect(stepNamed(result, 'A').consequence!.basis).toBe(
      "n8n: gmail / message / send (not stated: n8n's default): sends a message that cannot be called back",
    )
    expect(stepNamed(result, 'C').consequence!.basis).not.toContain('not stated')
  })
})

describe('what the operation says', () => {
  it.each<readonly [type: string, parameters: Raw, tag: string]>([
    ['gmail', { operation: 'getAll' }, READ],
    ['gmail', { operation: 'addLabels' }, WRITE],
    ['gmail', { operation: 'reply' }, SEND],
    ['gmail', { resource: 'message', operation: 'delete' }, DELETE],
    ['gmailTool', { resource: 'message', operation: 'delete' }, DELETE],
    ['telegram', { operation: 'deleteMessage' }, DELETE],
    ['telegram', { operation: 'sendPhoto' }, SEND],
    ['slack', { resource: 'channel', operation: 'kick' }, PERMISSION],
    ['slack', { resource: 'channel', operation: 'history' }, READ],
    ['discordTool', { resource: 'member', operation: 'roleAdd' }, PERMISSION],
    ['googleSheets', { operation: 'append' }, WRITE],
    ['googleSheets', { operation: 'clear' }, BIN],
    ['googleDrive', { operation: 'share' }, PERMISSION],
    ['googleDrive', { operation: 'download' }, READ],
    ['airtable', { operation: 'deleteRecord' }, BIN],
    ['notion', { operation: 'archive' }, BIN],
    ['redis', { operation: 'set' }, WRITE],
    ['redis', { operation: 'delete' }, DELETE],
    ['github', { resource: 'release', operation: 'create' }, DEPLOY],
    ['github', { resource: 'workflow', operation: 'dispatch' }, DEPLOY],
    ['github', { operation: 'get' }, READ],
    ['n8n', { resource: 'workflow', operation: 'activate' }, DEPLOY],
    ['stripe', { resource: 'charge', operation: 'create' }, PAY],
    ['stripe', { resource: 'customer', operation: 'create' }, WRITE],
    ['payPal', { resource: 'payout', operation: 'create' }, PAY],
    ['okta', { resource: 'user', operation: 'delete' }, PERMISSION],
    ['twitter', { operation: 'like' }, PUBLISH],
    ['twitter', { operation: 'search' }, READ],
    ['readWriteFile', { operation: 'write' }, WRITE],
    ['lc:vectorStoreQdrant', { mode: 'insert' }, WRITE],
    ['lc:vectorStoreQdrant', { mode: 'load' }, READ],
    ['set', {}, READ],
    ['noOp', {}, READ],
    ['lc:chainLlm', {}, MODEL],
    ['lc:openAi', { resource: 'file', operation: 'deleteFile' }, DELETE],
    // Not in our table, but its operation has a verb.
    ['someNewApp', { operation: 'sendInvoice' }, SEND],
    ['@acme/n8n-nodes-acme.acme', { operation: 'deleteEverything' }, DELETE],
    // Nobody can say.
    ['@acme/n8n-nodes-acme.acme', {}, UNKNOWN],
    ['@acme/n8n-nodes-acme.acme', { operation: 'frobnicate' }, UNKNOWN],
    ['@acme/n8n-nodes-acme.acme', { operation: 'getAll' }, UNKNOWN],
    ['slack', { operation: 'frobnicate' }, UNKNOWN],
    ['code', {}, 'step ? ?'],
    ['code', { jsCode: 'return await fetch("https://a.example")' }, UNKNOWN],
    ['code', { language: 'python', pythonCode: 'import os\nos.remove("a")' }, UNKNOWN],
    ['executeWorkflow', {}, 'subflow ? ?'],
  ])('%s %j', (type, parameters, tag) => expect(tagOf(type, parameters)).toBe(tag))

  test('what stays untagged is in the report, with its place', () => {
    const result = imported(
      file([node('Code', 'code'), node('Sub', 'executeWorkflow'), node('New', '@a/n8n-nodes-b.c')]),
    )
    expect(result.report.guesses.map(({ place, step }) => [place, step])).toEqual([
      ['/nodes/0', 'code'],
      ['/nodes/1', 'sub'],
      ['/nodes/2', 'new'],
    ])
    expect(messages(result.report.guesses).match(/stays untagged/g)).toHaveLength(3)
  })
})

describe('web requests', () => {
  it.each<readonly [what: string, parameters: Raw, tag: string]>([
    ['reading', { url: 'https://api.shop.example/orders' }, READ],
    ['a plain POST', { method: 'POST', url: 'https://api.shop.example/orders' }, 'action 3 2 external write'],
    [
      'an old node',
      { requestMethod: 'PUT', url: 'https://api.shop.example/orders/1' },
      'action 3 2 external write',
    ],
    ['a DELETE', { method: 'DELETE', url: 'https://api.shop.example/orders/1' }, DELETE],
    ['a DELETE of a session', { method: 'DELETE', url: 'http://chrome:4444/session/1' }, WRITE],
    ['a payment', { method: 'POST', url: 'https://api.shop.example/v1/refunds' }, PAY],
    [
      'an account locked',
      { method: 'POST', url: 'https://id.example/users/1/lifecycle/suspend' },
      'action 3 1 security permission',
    ],
    ['a role granted', { method: 'POST', url: 'https://id.example/users/1/roles' }, PERMISSION],
    ['a search', { method: 'POST', url: 'https://api.search.example/v1/search' }, READ],
    ['a sign-in', { method: 'POST', url: 'https://id.example/oauth/token' }, READ],
    ['a message to the team', { method: 'POST', url: 'https://hooks.slack.com/services/T/B/x' }, TEAM],
    ['a message to a customer', { method: 'POST', url: 'https://api.mailgun.net/v3/x/messages' }, SEND],
    ['a post', { method: 'POST', url: 'https://graph.facebook.com/v20.0/me/feed' }, PUBLISH],
    ['a deployment', { method: 'POST', url: 'https://ci.example/api/deployments' }, DEPLOY],
    ['one inside the network', { method: 'POST', url: 'http://inventory:8080/items' }, WRITE],
    ['a private address', { method: 'POST', url: 'http://192.168.1.4/items' }, WRITE],
    [
      'a method decided at run time',
      { method: '={{ $json.m }}', url: 'https://api.shop.example/orders' },
      'action 3 2 external write',
    ],
    [
      'an address decided at run time',
      { method: 'POST', url: '={{ $json.url }}' },
      'action 3 2 external write',
    ],
    ['a model', { method: 'POST', url: 'https://api.openai.com/v1/chat/completions' }, MODEL],
    ['a model at home', { method: 'POST', url: 'http://localhost:11434/api/generate' }, MODEL],
    [
      'a field called pay in an expression',
      { method: 'POST', url: '=https://a.example/{{ $json.pay }}' },
      'action 3 2 external write',
    ],
  ])('%s', (_, parameters, tag) => expect(tagOf('httpRequest', parameters, 4)).toBe(tag))

  test('show the host and the word that decided, and nothing else of the address', () => {
    const result = imported(
      file([node('X', 'httpRequest', { method: 'POST', url: 'https://pay.example/refunds/99?token=abc' })]),
    )
    expect(stepNamed(result, 'X').consequence!.basis).toBe(
      'n8n: httpRequest / POST pay.example, and "refunds" in its address or name: moves money or commits to it',
    )
    expect(messages(result.report.guesses)).toContain('“X”: read as')
  })
  test('asking a model brings doubt', () => {
    const result = imported(
      file([node('X', 'httpRequest', { method: 'POST', url: 'https://api.anthropic.com/v1/messages' })]),
    )
    expect(stepNamed(result, 'X').uncertainty).toMatchObject({ level: 2, label: 'content' })
  })
})

describe('SQL', () => {
  it.each([
    ['SELECT * FROM a', READ],
    ['-- drop it\nselect 1', READ],
    ['WITH x AS (SELECT 1) SELECT * FROM x', READ],
    ['WITH x AS (SELECT 1) DELETE FROM a USING x', DELETE],
    ['INSERT INTO a VALUES (1)', WRITE],
    ['SELECT 1; DROP TABLE a', DELETE],
    ['GRANT ALL ON a TO b', PERMISSION],
    ['={{ $fromAI("sql") }}', EXECUTE],
    ['', EXECUTE],
    ['=SELECT * FROM a WHERE id = {{ $json.id }}', READ],
  ])('%s', (query, tag) => expect(tagOf('postgres', { operation: 'executeQuery', query }, 2)).toBe(tag))
})

describe('answers to the caller', () => {
  it.each<readonly [Raw, string]>([
    [{ respondWith: 'json', responseBody: '={{ $json }}' }, 'action 3 2 external send'],
    [{}, 'action 3 2 external send'],
    [{ respondWith: 'noData' }, 'action 1 0 external send'],
    [{ respondWith: 'text', responseBody: 'Thank you' }, 'action 1 0 external send'],
    [
      { respondWith: 'json', responseBody: '={{ $json }}', options: { responseCode: 202 } },
      'action 1 0 external send',
    ],
  ])('%j', (parameters, tag) => expect(tagOf('respondToWebhook', parameters)).toBe(tag))
})

describe('doubt', () => {
  it.each<readonly [type: string, level: number, label: string]>([
    ['lc:agent', 3, 'content'],
    ['lc:chainLlm', 2, 'content'],
    ['lc:openAi', 2, 'content'],
    ['lc:textClassifier', 2, 'score'],
    ['lc:sentimentAnalysis', 2, 'score'],
    ['lc:informationExtractor', 2, 'extraction'],
    ['httpRequest', 1, 'untrusted'],
    ['rssFeedRead', 1, 'untrusted'],
  ])('%s', (type, level, label) => {
    expect(stepNamed(imported(file([node('X', type)])), 'X').uncertainty).toMatchObject({ level, label })
  })
  test('input from outside weighs more where a model reads it', () => {
    const nodes = [
      node('Hook', 'webhook'),
      node('Ask', 'lc:chainLlm'),
      node('Plain', 'webhook'),
      node('Set', 'set'),
    ]
    const result = imported(file(nodes, 'Hook > Ask', 'Plain > Set'))
    expect(
      [stepNamed(result, 'Hook'), stepNamed(result, 'Plain')].map((step) => step.uncertainty?.level),
    ).toEqual([2, 1])
  })
})

describe('numbers of items', () => {
  const volumeOf = (between: Raw): unknown => {
    const nodes = [node('Go', 'manualTrigger'), between, node('Mail', 'gmail', {}, { typeVersion: 2 })]
    return stepNamed(imported(file(nodes, 'Go > Between', 'Between > Mail')), 'Mail').consequence!.volume
  }
  it.each<readonly [string, Raw, unknown]>([
    ['a stated limit', node('Between', 'gmail', { operation: 'getAll', limit: 50 }), 50],
    ['a limit node', node('Between', 'limit', { maxItems: 12 }), 12],
    ['all of them', node('Between', 'gmail', { operation: 'getAll', returnAll: true, limit: 50 }), undefined],
    ['no limit stated', node('Between', 'gmail', { operation: 'getAll' }), undefined],
    ['one step that keeps one', node('Between', 'set'), undefined],
    ['a disabled node', node('Between', 'limit', { maxItems: 12 }, { disabled: true }), undefined],
  ])('%s', (_, between, volume) => expect(volumeOf(between)).toBe(volume))
})

test('retries, limits and what happens on errors', () => {
  const nodes = [
    node('A', 'httpRequest', {}, { retryOnFail: true }),
    node('B', 'httpRequest', {}, { retryOnFail: true, maxTries: 5, waitBetweenTries: 90_000 }),
    node('C', 'httpRequest', {}, { continueOnFail: true }),
    node('D', 'httpRequest', {}, { onError: 'continueErrorOutput' }),
  ]
  const result = imported(file(nodes, 'A > B', 'B > C', 'C > D', 'D > A'))
  expect([stepNamed(result, 'A').retry, stepNamed(result, 'B').retry]).toEqual([
    { max: 2, backoff: 'PT1S' },
    { max: 4, backoff: 'PT90S' },
  ])
  expect(stepNamed(result, 'C').description).toContain('goes on as if it had not')
  expect(messages(result.report.blindSpots)).toMatch(/“D”: it has an output for errors that leads nowhere/)
})

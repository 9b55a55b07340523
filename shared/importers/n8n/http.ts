// What a web request does: its method, the address it goes to, and the words in the address and in the node's name.
// A POST alone says little: half of them ask a model or a search service, which changes nothing.
import type { EffectName } from '../../tagging/effects.ts'
import { hostOf, modelHost } from '../support/hosts.ts'
import { asText, at, textsIn } from '../support/value.ts'
import { wordsOf } from '../../tagging/verbs.ts'
import type { SourceNode } from './source.ts'

export interface Request {
  readonly method: string
  readonly effect: EffectName
  /** The model service that it asks. */
  readonly model: string | undefined
  /** Ends up in the tag: method, host and what decided. No path and no parameters: they may hold secrets. */
  readonly what: string
  /** The method alone decided nothing; somebody should look. */
  readonly guessed: boolean
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Addresses whose purpose is known. The first that is found in the address decides. */
const ADDRESSES: readonly (readonly [string, EffectName])[] = [
  ['hooks.slack.com', 'send-team'],
  ['slack.com/api/chat', 'send-team'],
  ['discord.com/api/webhooks', 'send-team'],
  ['discordapp.com/api/webhooks', 'send-team'],
  ['webhook.office.com', 'send-team'],
  ['chat.googleapis.com', 'send-team'],
  ['ntfy.sh', 'send-team'],
  ['api.telegram.org', 'send'],
  ['api.sendgrid.com', 'send'],
  ['api.mailgun.net', 'send'],
  ['api.resend.com', 'send'],
  ['graph.facebook.com', 'publish'],
  ['api.linkedin.com', 'publish'],
  ['api.twitter.com', 'publish'],
  ['api.x.com', 'publish'],
  ['run-sync-get-dataset-items', 'read'],
  ['/points/scroll', 'read'],
  ['/points/query', 'read'],
]

/** Words in the address or the name, heaviest first. */
const WORDS: readonly (readonly [EffectName, readonly string[]])[] = [
  [
    'pay',
    [
      'pay',
      'payment',
      'payments',
      'payout',
      'payouts',
      'charge',
      'charges',
      'refund',
      'refunds',
      'transfer',
      'transfers',
      'purchase',
      'checkout',
    ],
  ],
  ['permission', ['revoke', 'grant', 'invite', 'ban', 'permissions', 'roles', 'unsuspend']],
  ['restrict', ['suspend', 'disable', 'deactivate', 'expire', 'block', 'isolate', 'contain', 'quarantine']],
  ['delete', ['delete', 'remove', 'purge', 'destroy', 'wipe', 'terminate']],
  ['deploy', ['deploy', 'deployment', 'deployments', 'rollout', 'rollback', 'release', 'dispatches']],
  ['send', ['send', 'sendmessage', 'sms', 'email', 'emails', 'mail', 'notify', 'notification', 'tweet']],
  ['read', ['oauth', 'token', 'login', 'auth', 'authenticate']],
  [
    'read',
    [
      'search',
      'query',
      'lookup',
      'find',
      'check',
      'scan',
      'scrape',
      'scraper',
      'crawl',
      'extract',
      'analyze',
      'analyse',
      'detect',
      'enrich',
      'detonate',
      'validate',
      'verify',
      'embeddings',
      'rerank',
      'get',
      'fetch',
      'list',
      'read',
      'retrieve',
      'screenshot',
    ],
  ],
]

/** Objects that are ended rather than lost when a DELETE hits them. */
const SHORT_LIVED = new Set(['session', 'sessions', 'cache', 'lock', 'locks', 'job', 'jobs'])

export function requestOf(node: SourceNode): Request {
  const method = methodOf(node)
  const url = urlOf(node)
  const host = hostOf(url) ?? 'an address that is not in the file'
  const decided = decide(node, method, url)
  return { method, model: modelHost(url), ...decided, what: `${method} ${host}${decided.because}` }
}

function decide(
  node: SourceNode,
  method: string,
  url: string,
): { readonly effect: EffectName; readonly guessed: boolean; readonly because: string } {
  if (modelHost(url)) return { effect: 'read', guessed: false, because: ', a model service' }
  if (READING.has(method)) return { effect: 'read', guessed: false, because: '' }
  const words = [...wordsOf(pathOf(url)), ...wordsOf(node.name), ...wordsOf(queryWords(node))]
  if (method === 'DELETE') {
    const short = words.find((word) => SHORT_LIVED.has(word))
    return short
      ? { effect: 'write', guessed: true, because: `, and "${short}" is nothing that lasts` }
      : { effect: 'delete', guessed: false, because: '' }
  }
  const address = ADDRESSES.find(([part]) => url.toLowerCase().includes(part))
  if (address) return { effect: address[1], guessed: false, because: '' }
  for (const [effect, list] of WORDS) {
    const word = words.find((candidate) => list.includes(candidate))
    if (word) return { effect, guessed: true, because: `, and "${word}" in its address or name` }
  }
  const inside = insideHost(url)
  return {
    effect: inside ? 'write' : 'call',
    guessed: true,
    because: inside ? ', an address inside your own network' : '',
  }
}

function methodOf(node: SourceNode): string {
  const { parameters } = node
  const stated =
    asText(at(parameters, 'method')) ??
    asText(at(parameters, 'requestMethod')) ??
    asText(at(parameters, 'httpRequestMethod'))
  const method = (stated ?? (node.base === 'graphql' ? 'POST' : 'GET')).toUpperCase()
  // An expression decides at run time: the worst case counts.
  return /^[A-Z]{3,7}$/.test(method) ? method : 'POST'
}

function urlOf(node: SourceNode): string {
  const { parameters } = node
  if (node.base === 'facebookGraphApi')
    return `https://graph.facebook.com/${asText(at(parameters, 'edge')) ?? ''}`
  return (
    asText(at(parameters, 'url')) ?? asText(at(parameters, 'endpoint')) ?? textsIn(at(parameters, 'url'), 500)
  )
}

/** The address without expressions, whose field names say nothing about what the request does. */
function pathOf(url: string): string {
  return url
    .slice(0, 1000)
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .split('?')[0]!
    .replace(/^=?\s*https?:\/{2,3}[^/]*/i, ' ')
}

function queryWords(node: SourceNode): string {
  const { parameters } = node
  const graphql = node.base === 'graphql' ? textsIn(at(parameters, 'query'), 400) : ''
  return `${graphql.includes('mutation') ? '' : graphql === '' ? '' : 'query'} ${textsIn(at(parameters, 'queryParameters'), 400)}`
}

/** A host name without a dot, or a private address: a machine of one's own. */
function insideHost(url: string): boolean {
  const host = hostOf(url)
  if (host === undefined) return false
  return (
    !host.includes('.') ||
    /^(?:10\.|192\.168\.|127\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host) ||
    /\.(?:local|internal|lan)$/.test(host)
  )
}

// Verbs in the names of operations, addresses and steps, and what they usually mean. Used only where nothing better
// is known, and every tag that rests on it says so.
import type { EffectName } from './effects.ts'

const WORDS: Readonly<Partial<Record<EffectName, string>>> = {
  delete: 'delete deletes deleting remove removes drop purge destroy erase wipe truncate terminate',
  'delete-soft': 'archive trash cancel unpublish',
  pay: 'pay pays payment payout charge charges refund refunds transfer transfers invoice purchase purchases buy checkout reimburse disburse',
  permission: 'role roles permission permissions grant grants revoke share invite ban kick',
  restrict: 'block suspend disable deactivate lock expire isolate contain quarantine',
  deploy: 'deploy deploys deployment release rollout migrate rollback provision activate terraform',
  execute: 'exec execute command shell ssh sudo',
  publish: 'publish publishes tweet retweet',
  send: 'send sends sending email mail reply replies notify notifies sms call message escalate alert forward remind respond post posts',
  write:
    'create creates update updates upsert insert append add adds set upload save saves store stores write edit move copy rename assign mark log record register complete close reopen open put patch sync import enqueue queue schedule book shard draft',
  read: 'get gets list search searches read reads fetch fetches query queries describe lookup look find check download retrieve retrieves load count exists select view export info scrape crawl enrich monitor detect',
  none: 'parse parses extract format transform convert normalize normalise compute calculate aggregate filter sort split merge validate map tag combine summarise build prepare evaluate compare deduplicate classify score',
  acknowledge: 'acknowledge',
  'write-shared': 'comment',
}

const EFFECT_OF = new Map<string, EffectName>()
for (const [name, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) {
    if (!EFFECT_OF.has(word)) EFFECT_OF.set(word, name as EffectName)
  }
}

/** Words of a name: `sendAndWait`, `send_and_wait` and `Send and wait` all give the same three. */
export function wordsOf(name: string): readonly string[] {
  return (
    name
      .slice(0, 500)
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  )
}

/** The first word that says what is done, and what it means; undefined when none does. */
export function effectOfWords(
  name: string,
): { readonly word: string; readonly effect: EffectName } | undefined {
  for (const word of wordsOf(name)) {
    const effect = EFFECT_OF.get(word)
    if (effect) return { word, effect }
  }
  return undefined
}

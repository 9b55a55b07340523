// The recovery journal, as the window sees it.
import type { Handlers } from '../dispatcher.ts'
import type { Journal } from '../store/journal.ts'

export function journalHandlers(
  journal: Journal,
): Pick<Handlers, 'journal.begin' | 'journal.append' | 'journal.end' | 'journal.recover'> {
  return {
    'journal.begin'(input, client) {
      journal.begin(client, input)
      return {}
    },
    'journal.append'(input, client) {
      journal.append(client, input)
      return {}
    },
    'journal.end'(input, client) {
      journal.end(client, input.document)
      return {}
    },
    'journal.recover': (_input, client) => ({ documents: journal.recover(client) }),
  }
}

// The sample documents, as the window sees them.
import type { Handlers } from '../dispatcher.ts'
import type { Samples } from '../samples.ts'

export function samplesHandlers(samples: Samples): Pick<Handlers, 'samples.list' | 'samples.read'> {
  return {
    'samples.list': async () => ({ samples: await samples.list() }),
    'samples.read': async (input) => ({ text: await samples.read(input.id) }),
  }
}

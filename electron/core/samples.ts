// The sample documents that come with the app, by the list in resources/samples/index.json.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { CallOut } from '../../shared/host/contract.ts'
import { HostError } from '../../shared/host/wire.ts'

const ListSchema = z.array(
  z.strictObject({
    id: z.string(),
    file: z.string().regex(/^[a-z0-9-]+\.handoff$/),
    name: z.string(),
    description: z.string(),
  }),
)

export interface Samples {
  list(): Promise<CallOut<'samples.list'>['samples']>
  /** Throws a HostError `not-found` for an id that is not on the list. */
  read(id: string): Promise<string>
}

export function createSamples(folder: string): Samples {
  const load = async (): Promise<z.output<typeof ListSchema>> =>
    ListSchema.parse(JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')))
  return {
    list: async () => (await load()).map(({ id, name, description }) => ({ id, name, description })),
    async read(id) {
      const sample = (await load()).find((candidate) => candidate.id === id)
      if (sample === undefined) throw new HostError('not-found', 'There is no such sample.')
      return readFile(path.join(folder, sample.file), 'utf8')
    },
  }
}

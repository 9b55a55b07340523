// The page of the kill test in a real browser: a session over the app's own transport.
import { connectHost } from '../../../renderer/host/transport.ts'
import { seededRandom } from './random.ts'
import { runSession } from './session.ts'
import type { Report } from './session.ts'

/** Given by the test through the browser's debugger. */
declare function tellJudge(report: Report): Promise<void>

const transport = await connectHost()
const seed = new URLSearchParams(location.search).get('seed')
await runSession({
  transport,
  report: (report) => void tellJudge(report),
  random: seededRandom(Number(seed)),
})

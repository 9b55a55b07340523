// One worker of the placement soak: does the tasks that it is sent, one at a time.
import { parentPort } from 'node:worker_threads'
import { doTask } from './tasks.mjs'

parentPort?.on('message', (/** @type {{ number: number, task: import('./tasks.mjs').Task }} */ message) => {
  void work(message)
})

async function work(/** @type {{ number: number, task: import('./tasks.mjs').Task }} */ { number, task }) {
  parentPort?.postMessage({ number, ...(await doTask(task)) })
}

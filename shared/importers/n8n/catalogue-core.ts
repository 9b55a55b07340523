// Our table of n8n's own building blocks: triggers, flow, data and code. One line per type, kept by hand.
import type { TypeEntry } from './types.ts'

const untrusted = (level: 1 | 2, why: string) => ({ level, label: 'untrusted', why }) as const

const START: TypeEntry = { role: 'start' }
const DATA: TypeEntry = { role: 'step', effect: 'none' }
const CODE: TypeEntry = { role: 'code' }

export const CORE_TYPES: Readonly<Record<string, TypeEntry>> = {
  // Starts. Every other type whose name ends in "Trigger" is one too.
  manualTrigger: START,
  start: START,
  cron: START,
  interval: START,
  scheduleTrigger: START,
  errorTrigger: START,
  executeWorkflowTrigger: START,
  localFileTrigger: START,
  webhook: { role: 'start', uncertainty: untrusted(1, 'what a caller sends is not checked') },
  formTrigger: { role: 'start', uncertainty: untrusted(1, 'what a visitor types is not checked') },
  emailReadImap: { role: 'start', uncertainty: untrusted(1, 'anybody can write an e-mail') },
  rssFeedReadTrigger: { role: 'start', uncertainty: untrusted(1, 'what a feed says is not checked') },

  // Flow.
  if: { role: 'decision' },
  switch: { role: 'decision' },
  filter: { role: 'decision' },
  compareDatasets: { role: 'decision' },
  splitInBatches: { role: 'loop' },
  merge: { role: 'merge' },
  wait: { role: 'wait' },
  form: { role: 'form' },
  noOp: DATA,
  stopAndError: { role: 'stop' },
  executeWorkflow: { role: 'subflow' },
  respondToWebhook: { role: 'reply' },

  // Data of the run.
  set: DATA,
  splitOut: DATA,
  aggregate: DATA,
  summarize: DATA,
  limit: DATA,
  sort: DATA,
  removeDuplicates: DATA,
  renameKeys: DATA,
  itemLists: DATA,
  dateTime: DATA,
  crypto: DATA,
  jwt: DATA,
  totp: DATA,
  html: DATA,
  htmlExtract: DATA,
  markdown: DATA,
  xml: DATA,
  extractFromFile: DATA,
  convertToFile: DATA,
  moveBinaryData: DATA,
  spreadsheetFile: DATA,
  readPDF: DATA,
  compression: DATA,
  editImage: DATA,
  executionData: DATA,
  evaluation: DATA,
  debugHelper: DATA,
  simulate: DATA,
  quickChart: DATA,
  iCal: DATA,

  // Code: nobody can say from outside what it does.
  code: CODE,
  function: CODE,
  functionItem: CODE,
  aiTransform: CODE,
  executeCommand: { role: 'app', title: 'Execute command', effect: 'execute' },
  ssh: {
    role: 'app',
    effect: 'execute',
    operations: { 'file.download': 'read', 'file.upload': 'write', execute: 'execute' },
  },

  // Files and the web.
  httpRequest: { role: 'http', uncertainty: untrusted(1, 'what another service answers is not checked') },
  graphql: { role: 'http', uncertainty: untrusted(1, 'what another service answers is not checked') },
  rssFeedRead: { role: 'app', effect: 'read', uncertainty: untrusted(1, 'what a feed says is not checked') },
  readWriteFile: { role: 'app', operations: { read: 'read', write: 'write' } },
  readBinaryFile: { role: 'app', effect: 'read' },
  readBinaryFiles: { role: 'app', effect: 'read' },
  writeBinaryFile: { role: 'app', effect: 'write' },
  ftp: {
    role: 'app',
    operations: { download: 'read', list: 'read', upload: 'write', rename: 'write', delete: 'delete' },
  },
  git: {
    role: 'app',
    domains: ['code'],
    operations: { push: 'deploy', pushTags: 'deploy', clone: 'read', fetch: 'read', pull: 'write' },
  },
}

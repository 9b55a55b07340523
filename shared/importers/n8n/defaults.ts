// What a node does when it does not say. n8n leaves a parameter out of the file when it equals the default, so that
// "no operation" on a Gmail node means "send". By type and version; when the operation depends on the resource, the
// resource is tried first. Kept by hand.
import type { DefaultOperation } from './types.ts'

const DEFAULTS: Readonly<Record<string, readonly DefaultOperation[]>> = {
  airtable: [
    { below: 2, operation: 'read' },
    { resource: 'record', operation: 'get' },
  ],
  asana: [{ resource: 'task', operation: 'create' }],
  awsS3: [{ resource: 'file', operation: 'download' }],
  awsSes: [{ resource: 'email', operation: 'send' }],
  awsSns: [{ operation: 'publish' }],
  awsSqs: [{ operation: 'sendMessage' }],
  bambooHr: [{ resource: 'employee', operation: 'create' }],
  baserow: [{ operation: 'getAll' }],
  bitly: [{ resource: 'link', operation: 'create' }],
  box: [{ resource: 'file', operation: 'upload' }],
  clickUp: [{ resource: 'task', operation: 'create' }],
  coda: [{ resource: 'table', operation: 'createRow' }],
  dataTable: [{ resource: 'row', operation: 'insert' }],
  discord: [
    { below: 2, operation: 'send' },
    { resource: 'channel', operation: 'create' },
    { resource: 'message', operation: 'send' },
    { resource: 'member', operation: 'getAll' },
  ],
  dropbox: [{ resource: 'file', operation: 'upload' }],
  elasticsearch: [{ resource: 'document', operation: 'get' }],
  emailSend: [{ operation: 'send' }],
  executeCommand: [{ operation: 'execute' }],
  ftp: [{ operation: 'download' }],
  git: [{ operation: 'clone' }],
  github: [{ resource: 'issue', operation: 'create' }],
  gitlab: [{ resource: 'issue', operation: 'create' }],
  gmail: [
    { below: 2, resource: 'draft', operation: 'create' },
    { resource: 'message', operation: 'send' },
    { resource: 'draft', operation: 'create' },
    { resource: 'label', operation: 'getAll' },
    { resource: 'thread', operation: 'getAll' },
  ],
  googleBigQuery: [
    { below: 2, resource: 'record', operation: 'create' },
    { resource: 'database', operation: 'executeQuery' },
  ],
  googleCalendar: [
    { resource: 'event', operation: 'create' },
    { resource: 'calendar', operation: 'availability' },
  ],
  googleChat: [{ resource: 'message', operation: 'create' }],
  googleCloudStorage: [{ resource: 'object', operation: 'create' }],
  googleContacts: [{ resource: 'contact', operation: 'create' }],
  googleDocs: [{ resource: 'document', operation: 'create' }],
  googleDrive: [
    { resource: 'file', operation: 'upload' },
    { resource: 'fileFolder', operation: 'search' },
    { resource: 'folder', operation: 'create' },
    { resource: 'drive', operation: 'create' },
  ],
  googleSheets: [
    { resource: 'sheet', operation: 'read' },
    { resource: 'spreadsheet', operation: 'create' },
  ],
  googleSlides: [{ resource: 'presentation', operation: 'create' }],
  googleTasks: [{ resource: 'task', operation: 'create' }],
  graphql: [{ operation: 'query' }],
  harvest: [{ resource: 'task', operation: 'getAll' }],
  hubspot: [
    { below: 2, resource: 'deal', operation: 'create' },
    { resource: 'contact', operation: 'upsert' },
    { resource: 'deal', operation: 'create' },
    { resource: 'ticket', operation: 'create' },
  ],
  hunter: [{ operation: 'domainSearch' }],
  intercom: [{ resource: 'user', operation: 'create' }],
  jira: [{ resource: 'issue', operation: 'create' }],
  lemlist: [{ resource: 'activity', operation: 'getAll' }],
  linear: [{ resource: 'issue', operation: 'create' }],
  linkedIn: [{ resource: 'post', operation: 'create' }],
  mailchimp: [{ resource: 'member', operation: 'create' }],
  mailgun: [{ operation: 'send' }],
  matrix: [{ resource: 'message', operation: 'create' }],
  mattermost: [{ resource: 'message', operation: 'post' }],
  microsoftExcel: [{ resource: 'workbook', operation: 'getAll' }],
  microsoftOneDrive: [{ resource: 'file', operation: 'upload' }],
  microsoftOutlook: [
    { resource: 'message', operation: 'send' },
    { resource: 'draft', operation: 'create' },
    { resource: 'event', operation: 'create' },
    { resource: 'contact', operation: 'create' },
    { resource: 'folder', operation: 'create' },
  ],
  microsoftSql: [{ operation: 'insert' }],
  microsoftTeams: [
    { resource: 'channel', operation: 'create' },
    { resource: 'channelMessage', operation: 'create' },
    { resource: 'chatMessage', operation: 'create' },
    { resource: 'task', operation: 'create' },
  ],
  microsoftToDo: [{ resource: 'task', operation: 'create' }],
  mongoDb: [{ resource: 'document', operation: 'find' }],
  mqtt: [{ operation: 'publish' }],
  mySql: [
    { below: 2, operation: 'insert' },
    { resource: 'database', operation: 'insert' },
  ],
  n8n: [{ resource: 'workflow', operation: 'getAll' }],
  nextCloud: [{ resource: 'file', operation: 'upload' }],
  nocoDb: [{ resource: 'row', operation: 'get' }],
  notion: [
    { resource: 'page', operation: 'create' },
    { resource: 'block', operation: 'append' },
    { resource: 'database', operation: 'get' },
    { resource: 'databasePage', operation: 'create' },
    { resource: 'user', operation: 'get' },
  ],
  odoo: [{ resource: 'contact', operation: 'create' }],
  okta: [{ resource: 'user', operation: 'getAll' }],
  openWeatherMap: [{ operation: 'currentWeather' }],
  pagerDuty: [{ resource: 'incident', operation: 'create' }],
  payPal: [{ resource: 'payout', operation: 'create' }],
  pipedrive: [{ resource: 'deal', operation: 'create' }],
  postgres: [
    { below: 2, operation: 'insert' },
    { resource: 'database', operation: 'insert' },
  ],
  pushbullet: [{ resource: 'push', operation: 'create' }],
  pushover: [{ resource: 'message', operation: 'push' }],
  quickbooks: [{ resource: 'customer', operation: 'get' }],
  readWriteFile: [{ operation: 'read' }],
  reddit: [{ resource: 'post', operation: 'create' }],
  redis: [{ operation: 'info' }],
  rocketchat: [{ resource: 'chat', operation: 'postMessage' }],
  s3: [{ resource: 'file', operation: 'download' }],
  salesforce: [{ resource: 'lead', operation: 'create' }],
  sendGrid: [
    { resource: 'list', operation: 'create' },
    { resource: 'mail', operation: 'send' },
  ],
  serviceNow: [{ resource: 'user', operation: 'get' }],
  shopify: [
    { resource: 'order', operation: 'create' },
    { resource: 'product', operation: 'create' },
  ],
  slack: [
    { resource: 'message', operation: 'post' },
    { resource: 'channel', operation: 'create' },
    { resource: 'file', operation: 'upload' },
    { resource: 'reaction', operation: 'add' },
    { resource: 'star', operation: 'add' },
    { resource: 'user', operation: 'info' },
    { resource: 'userGroup', operation: 'create' },
  ],
  snowflake: [{ operation: 'insert' }],
  spotify: [{ resource: 'player', operation: 'addSongToQueue' }],
  ssh: [{ resource: 'command', operation: 'execute' }],
  strapi: [{ resource: 'entry', operation: 'get' }],
  stripe: [{ resource: 'balance', operation: 'get' }],
  supabase: [{ resource: 'row', operation: 'create' }],
  telegram: [
    { resource: 'message', operation: 'sendMessage' },
    { resource: 'chat', operation: 'get' },
    { resource: 'callback', operation: 'answerQuery' },
    { resource: 'file', operation: 'get' },
  ],
  theHive: [{ resource: 'alert', operation: 'create' }],
  todoist: [{ resource: 'task', operation: 'create' }],
  trello: [{ resource: 'card', operation: 'create' }],
  twilio: [
    { resource: 'sms', operation: 'send' },
    { resource: 'call', operation: 'make' },
  ],
  twitter: [{ resource: 'tweet', operation: 'create' }],
  wekan: [{ resource: 'card', operation: 'create' }],
  whatsApp: [
    { resource: 'message', operation: 'sendTemplate' },
    { resource: 'media', operation: 'mediaUpload' },
  ],
  wooCommerce: [{ resource: 'product', operation: 'create' }],
  wordpress: [{ resource: 'post', operation: 'create' }],
  xero: [{ resource: 'invoice', operation: 'create' }],
  youTube: [
    { resource: 'channel', operation: 'getAll' },
    { resource: 'playlist', operation: 'create' },
    { resource: 'video', operation: 'getAll' },
  ],
  zendesk: [{ resource: 'ticket', operation: 'create' }],
  zoom: [{ resource: 'meeting', operation: 'create' }],
  'lc:openAi': [
    { resource: 'text', operation: 'message' },
    { resource: 'image', operation: 'analyze' },
    { resource: 'audio', operation: 'generate' },
    { resource: 'assistant', operation: 'message' },
    { resource: 'file', operation: 'list' },
  ],
  'lc:chat': [{ below: 1.1, operation: 'sendAndWait' }, { operation: 'send' }],
}

export interface Operation {
  readonly resource: string | undefined
  readonly operation: string | undefined
  /** n8n's default was used because the file is silent. */
  readonly assumed: boolean
}

/** The operation of a node: what it says, else n8n's default for its type, version and resource. */
export function operationOf(
  base: string,
  version: number,
  stated: { readonly resource: string | undefined; readonly operation: string | undefined },
): Operation {
  const options = (Object.hasOwn(DEFAULTS, base) ? DEFAULTS[base]! : []).filter(
    (option) => option.below === undefined || version < option.below,
  )
  const resource = stated.resource ?? options[0]?.resource
  if (stated.operation !== undefined) return { resource, operation: stated.operation, assumed: false }
  const fitting =
    stated.resource === undefined ? options[0] : options.find((option) => option.resource === stated.resource)
  return { resource, operation: fitting?.operation, assumed: fitting !== undefined }
}

// Our table of apps, two of three: tables, documents, databases, customers and tickets. Who sees what they send,
// what they touch, and the operations whose name alone would mislead; the rest follows from the verb in the name of
// the operation. One entry per type, kept by hand.
import type { TypeEntry } from './types.ts'

const table = (title: string, rest: Partial<TypeEntry> = {}): TypeEntry => ({
  role: 'app',
  title,
  ...rest,
  operations: {
    append: 'write',
    appendOrUpdate: 'write',
    createRow: 'write',
    clear: 'delete-soft',
    remove: 'delete-soft',
    delete: 'delete-soft',
    deleteRow: 'delete-soft',
    deleteRecord: 'delete-soft',
    ...rest.operations,
  },
})

const database = (title: string): TypeEntry => ({
  role: 'store',
  title,
  operations: {
    find: 'read',
    aggregate: 'read',
    findOneAndReplace: 'write',
    findOneAndUpdate: 'write',
    deleteTable: 'delete',
    drop: 'delete',
    info: 'read',
    keys: 'read',
    incr: 'write',
    push: 'write',
    pop: 'write',
    publish: 'write',
    llen: 'read',
  },
})

const tickets = (title: string, rest: Partial<TypeEntry> = {}): TypeEntry => ({
  role: 'app',
  title,
  ...rest,
  operations: {
    delete: 'delete',
    notify: 'send-team',
    transitions: 'read',
    changelog: 'read',
    ...rest.operations,
  },
})

const people = { domains: ['customers'] } as const

export const RECORD_TYPES: Readonly<Record<string, TypeEntry>> = {
  // Tables and documents.
  googleSheets: table('Google Sheets'),
  microsoftExcel: table('Excel'),
  airtable: table('Airtable'),
  baserow: table('Baserow'),
  nocoDb: table('NocoDB'),
  seaTable: table('SeaTable'),
  coda: table('Coda'),
  notion: table('Notion', { operations: { archive: 'delete-soft', append: 'write' } }),
  dataTable: table('Data table', { operations: { deleteRows: 'delete', deleteTable: 'delete' } }),
  googleDocs: table('Google Docs'),
  googleSlides: table('Google Slides'),
  googleTasks: table('Google Tasks'),
  microsoftToDo: table('Microsoft To Do'),
  todoist: table('Todoist', { operations: { delete: 'delete', close: 'write', reopen: 'write' } }),
  bitly: table('Bitly'),

  // Databases.
  postgres: database('Postgres'),
  mySql: database('MySQL'),
  microsoftSql: database('SQL Server'),
  snowflake: database('Snowflake'),
  googleBigQuery: database('BigQuery'),
  questDb: database('QuestDB'),
  timescaleDb: database('Timescale'),
  crateDb: database('CrateDB'),
  mongoDb: database('MongoDB'),
  redis: database('Redis'),
  supabase: database('Supabase'),
  elasticsearch: database('Elasticsearch'),
  googleFirebaseCloudFirestore: database('Firestore'),
  awsDynamoDb: database('DynamoDB'),

  // Customers, deals, tickets.
  hubspot: tickets('HubSpot', people),
  pipedrive: tickets('Pipedrive', people),
  salesforce: tickets('Salesforce', people),
  zohoCrm: tickets('Zoho CRM', people),
  odoo: tickets('Odoo', people),
  erpNext: tickets('ERPNext', people),
  bambooHr: tickets('BambooHR', { domains: ['people'] }),
  googleContacts: tickets('Google Contacts', people),
  intercom: tickets('Intercom', { ...people, audience: 'people' }),
  zendesk: tickets('Zendesk', {
    ...people,
    audience: 'people',
    operations: { 'ticket.create': 'write-shared', 'ticket.update': 'write-shared' },
  }),
  freshdesk: tickets('Freshdesk', { ...people, audience: 'people' }),
  helpScout: tickets('Help Scout', { ...people, audience: 'people' }),
  jira: tickets('Jira'),
  linear: tickets('Linear'),
  asana: tickets('Asana'),
  trello: tickets('Trello', { operations: { delete: 'delete', archive: 'delete-soft' } }),
  clickUp: tickets('ClickUp'),
  mondayCom: tickets('monday.com'),
  serviceNow: tickets('ServiceNow'),
  theHive: tickets('TheHive', { domains: ['security'] }),
  github: tickets('GitHub', {
    audience: 'public',
    domains: ['code'],
    operations: {
      'issue.create': 'write-shared',
      'issue.createComment': 'write-shared',
      'issue.edit': 'write-shared',
      'file.create': 'write-shared',
      'file.edit': 'write-shared',
      'file.createUpdate': 'write-shared',
      'file.delete': 'delete-soft',
      'release.create': 'deploy',
      'release.update': 'deploy',
      'workflow.dispatch': 'deploy',
      'workflow.dispatchAndWait': 'deploy',
      'workflow.enable': 'deploy',
      'workflow.disable': 'deploy',
      'review.create': 'write-shared',
    },
  }),
  gitlab: tickets('GitLab', {
    audience: 'public',
    domains: ['code'],
    operations: {
      'issue.create': 'write-shared',
      'issue.createComment': 'write-shared',
      'release.create': 'deploy',
      'file.create': 'write-shared',
      'file.edit': 'write-shared',
    },
  }),
}

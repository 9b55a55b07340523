// Our table of apps, three of three: calendars, files, money, rights and machines, and sources that only answer. Who sees what they send,
// what they touch, and the operations whose name alone would mislead; the rest follows from the verb in the name of
// the operation. One entry per type, kept by hand.
import type { TypeEntry } from './types.ts'

const files = (title: string): TypeEntry => ({
  role: 'app',
  title,
  operations: {
    share: 'permission',
    'file.share': 'permission',
    'folder.share': 'permission',
    'drive.delete': 'delete',
    'file.delete': 'delete-soft',
    'folder.delete': 'delete-soft',
    deleteFile: 'delete-soft',
    deleteFolder: 'delete-soft',
    createFromText: 'write',
    list: 'read',
  },
})

export const SERVICE_TYPES: Readonly<Record<string, TypeEntry>> = {
  // Calendars: others see what is put there.
  googleCalendar: {
    role: 'app',
    title: 'Google Calendar',
    audience: 'people',
    operations: {
      create: 'write-shared',
      update: 'write-shared',
      delete: 'write-shared',
      availability: 'read',
    },
  },
  zoom: {
    role: 'app',
    title: 'Zoom',
    operations: { create: 'write-shared', update: 'write-shared', delete: 'write-shared' },
  },

  // Files.
  googleDrive: files('Google Drive'),
  dropbox: files('Dropbox'),
  box: files('Box'),
  microsoftOneDrive: files('OneDrive'),
  microsoftSharePoint: files('SharePoint'),
  nextCloud: files('Nextcloud'),
  awsS3: { ...files('Amazon S3'), operations: { delete: 'delete' } },
  s3: { ...files('S3'), operations: { delete: 'delete' } },
  googleCloudStorage: { ...files('Google Cloud Storage'), operations: { delete: 'delete' } },

  // Money.
  stripe: {
    role: 'app',
    title: 'Stripe',
    domains: ['money', 'customers'],
    operations: {
      'charge.create': 'pay',
      'charge.update': 'write',
      'source.create': 'write',
      'customer.create': 'write',
      'token.create': 'write',
      'coupon.create': 'write',
      'refund.create': 'pay',
      refund: 'pay',
      'paymentIntent.create': 'pay',
    },
  },
  payPal: {
    role: 'app',
    title: 'PayPal',
    domains: ['money'],
    operations: { 'payout.create': 'pay', 'payoutItem.cancel': 'pay' },
  },
  paddle: {
    role: 'app',
    title: 'Paddle',
    domains: ['money'],
    operations: { 'payment.reschedule': 'pay', 'coupon.create': 'write' },
  },
  chargebee: {
    role: 'app',
    title: 'Chargebee',
    domains: ['money', 'customers'],
    operations: { cancel: 'pay', 'subscription.delete': 'pay' },
  },
  wise: {
    role: 'app',
    title: 'Wise',
    domains: ['money'],
    operations: { 'transfer.create': 'pay', 'transfer.execute': 'pay', 'transfer.delete': 'pay' },
  },
  quickbooks: {
    role: 'app',
    title: 'QuickBooks',
    domains: ['money'],
    operations: {
      'payment.create': 'pay',
      'bill.create': 'pay',
      'invoice.create': 'pay',
      'invoice.send': 'send',
      'invoice.void': 'pay',
      'purchase.create': 'pay',
    },
  },
  xero: {
    role: 'app',
    title: 'Xero',
    domains: ['money'],
    operations: { 'invoice.create': 'pay', 'invoice.update': 'pay' },
  },
  invoiceNinja: {
    role: 'app',
    title: 'Invoice Ninja',
    domains: ['money'],
    operations: { 'invoice.create': 'pay', 'payment.create': 'pay' },
  },
  shopify: {
    role: 'app',
    title: 'Shopify',
    domains: ['money', 'customers'],
    operations: {
      'order.create': 'pay',
      'order.delete': 'delete',
      'order.update': 'write',
      'product.create': 'write-shared',
      'product.update': 'write-shared',
      'product.delete': 'delete',
    },
  },
  wooCommerce: {
    role: 'app',
    title: 'WooCommerce',
    domains: ['money', 'customers'],
    operations: { 'order.create': 'pay', 'product.create': 'write-shared', 'product.update': 'write-shared' },
  },

  // Machines, rights, automation itself.
  n8n: {
    role: 'app',
    title: 'n8n',
    domains: ['code'],
    operations: {
      create: 'deploy',
      update: 'deploy',
      activate: 'deploy',
      deactivate: 'deploy',
      delete: 'delete',
      generate: 'permission',
      'credential.create': 'permission',
    },
  },
  okta: {
    role: 'app',
    title: 'Okta',
    domains: ['security'],
    operations: { create: 'permission', update: 'permission', delete: 'permission' },
  },
  microsoftEntra: {
    role: 'app',
    title: 'Entra ID',
    domains: ['security'],
    operations: {
      create: 'permission',
      update: 'permission',
      delete: 'permission',
      addGroup: 'permission',
      removeGroup: 'permission',
    },
  },
  awsIam: {
    role: 'app',
    title: 'AWS IAM',
    domains: ['security'],
    operations: {
      create: 'permission',
      update: 'permission',
      delete: 'permission',
      addToGroup: 'permission',
      removeFromGroup: 'permission',
    },
  },
  gSuiteAdmin: {
    role: 'app',
    title: 'Google Workspace',
    domains: ['security'],
    operations: { create: 'permission', update: 'permission', delete: 'permission' },
  },
  bitwarden: {
    role: 'app',
    title: 'Bitwarden',
    domains: ['security'],
    operations: {
      create: 'permission',
      update: 'permission',
      delete: 'permission',
      updateGroups: 'permission',
    },
  },
  ldap: {
    role: 'app',
    title: 'LDAP',
    domains: ['security'],
    operations: {
      create: 'permission',
      update: 'permission',
      delete: 'permission',
      rename: 'permission',
      compare: 'read',
    },
  },
  awsLambda: { role: 'app', title: 'AWS Lambda', operations: {} },
  cloudflare: {
    role: 'app',
    title: 'Cloudflare',
    domains: ['code'],
    operations: { upload: 'deploy', delete: 'deploy' },
  },
  jenkins: {
    role: 'app',
    title: 'Jenkins',
    domains: ['code'],
    operations: {
      trigger: 'deploy',
      triggerParams: 'deploy',
      copy: 'deploy',
      create: 'deploy',
      cancelQuietDown: 'deploy',
      quietDown: 'deploy',
      restart: 'deploy',
      safeRestart: 'deploy',
      exit: 'deploy',
      safeExit: 'deploy',
    },
  },
  circleCi: { role: 'app', title: 'CircleCI', domains: ['code'], operations: { trigger: 'deploy' } },
  netlify: {
    role: 'app',
    title: 'Netlify',
    domains: ['code'],
    operations: { create: 'deploy', cancel: 'deploy', delete: 'deploy' },
  },
  homeAssistant: { role: 'app', title: 'Home Assistant', operations: { call: 'execute' } },
  awsSns: { role: 'app', title: 'Amazon SNS', operations: { publish: 'send', create: 'write' } },
  awsSqs: { role: 'app', title: 'Amazon SQS', effect: 'write' },
  kafka: { role: 'app', title: 'Kafka', effect: 'write' },
  rabbitmq: { role: 'app', title: 'RabbitMQ', effect: 'write' },
  mqtt: { role: 'app', title: 'MQTT', effect: 'write' },
  spotify: { role: 'app', title: 'Spotify' },

  // Sources that only answer.
  hackerNews: { role: 'app', title: 'Hacker News', effect: 'read' },
  openWeatherMap: { role: 'app', title: 'OpenWeatherMap', effect: 'read' },
  nasa: { role: 'app', title: 'NASA', effect: 'read' },
  coinGecko: { role: 'app', title: 'CoinGecko', effect: 'read' },
  hunter: { role: 'app', title: 'Hunter', effect: 'read' },
  clearbit: { role: 'app', title: 'Clearbit', effect: 'read' },
  deepL: {
    role: 'model',
    title: 'DeepL',
    uncertainty: { level: 1, label: 'content', why: 'a machine translation' },
  },
}

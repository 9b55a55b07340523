// A text for people as plain blocks, and the two ways of writing it down: Markdown, and a page that stands alone.
import { replaceInvisible } from '../support/invisible.ts'
import { element, xmlText } from './xml.ts'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** Names in these texts come from files: whatever Markdown would read as markup is escaped. */
export function toMarkdown(title: string, blocks: readonly Block[]): string {
  return `${[`# ${plain(title)}`, ...blocks.map(markdownOf)].join('\n\n')}\n`
}

/** One page without scripts, pictures or anything from elsewhere. */
export function toHtml(title: string, blocks: readonly Block[]): string {
  const head = element(
    'head',
    {},
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, xmlText(title)),
    element('style', {}, STYLE),
  )
  const body = element('body', {}, element('h1', {}, xmlText(title)), ...blocks.map(htmlOf))
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, body)}\n`
}

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:860px;margin:32px auto;padding:0 20px;color:#1b1f24}' +
  'h1{font-size:22px}h2{font-size:17px;margin:28px 0 6px}p,li{max-width:76ch}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:5px 12px 5px 0;border-bottom:1px solid #d8dde3}' +
  'th{font-size:13px;color:#57606a}@media(prefers-color-scheme:dark){body{background:#16191d;color:#e3e6ea}th,td{border-color:#363c44}th{color:#9aa4af}}'

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.text)}`
    case 'text':
      return plain(block.text)
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.map((cell) => (cell === '---' ? cell : plain(cell))).join(' | ')} |`)
        .join('\n')
  }
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element('h2', {}, xmlText(block.text))
    case 'text':
      return element('p', {}, xmlText(block.text))
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, xmlText(item))))
    case 'table':
      return element(
        'table',
        {},
        element('thead', {}, rowOf('th', block.head)),
        element('tbody', {}, ...block.rows.map((row) => rowOf('td', row))),
      )
  }
}

function rowOf(cell: 'th' | 'td', texts: readonly string[]): string {
  return element('tr', {}, ...texts.map((text) => element(cell, {}, xmlText(text))))
}

function plain(text: string): string {
  const line = replaceInvisible(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '), () => '\ufffd')
  const escaped = line.replace(/[\\`*_[\]>|#~]/g, (sign) => `\\${sign}`)
  return escaped.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

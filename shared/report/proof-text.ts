// The proof as a document to file: Markdown, or a page that stands alone. The date comes from whoever writes it.
import { toHtml, toMarkdown } from './blocks.ts'
import type { Block } from './blocks.ts'
import type { Proof } from './proof.ts'
import type { Workflow } from '../model/workflow.ts'

export interface ProofTexts {
  readonly markdown: string
  readonly html: string
}

/** `date` as it should be printed; an ISO day. */
export function proofTexts(workflow: Workflow, proof: Proof, date: string): ProofTexts {
  const title = `Proof of coverage: ${workflow.name || 'Untitled workflow'}`
  const blocks = blocksOf(workflow, proof, date)
  return { markdown: toMarkdown(title, blocks), html: toHtml(title, blocks) }
}

function blocksOf(workflow: Workflow, proof: Proof, date: string): readonly Block[] {
  const names = new Map(workflow.steps.map(({ id, name }) => [id, name || id]))
  const walkText = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(' → ')
  const { checker, actions, gates, hashes, waived } = proof
  const open = actions.flatMap((action) => (action.open ? [{ ...action, ...action.open }] : []))
  return [
    text(`Written on ${date}.`),
    heading('What is proven'),
    text(proof.claim),
    ...(actions.length > 0 ? [list(actions.map(({ claim }) => claim))] : []),
    heading('How, and who checked it'),
    text(proof.method),
    text(checker.text),
    ...(checker.faults.length > 0 ? [list(checker.faults)] : []),
    ...(open.length > 0
      ? [
          heading('What is not covered'),
          list(open.map(({ claim, text: says, walk }) => `${claim} ${says} ${walkText(walk)}`)),
        ]
      : []),
    ...(actions.length > 0
      ? [
          heading('What each action needs, and what carries it'),
          table(
            ['Action', 'Needs', 'Because', 'Carried by'],
            actions.map(({ id, strength, because, carriers }) => [
              names.get(id) ?? id,
              strength,
              because,
              carriers.map((carrier) => `${carrier.text} (${walkText(carrier.walk)})`).join('; '),
            ]),
          ),
        ]
      : []),
    ...(gates.length > 0
      ? [
          heading('Why each gate is there'),
          table(
            ['Gate', 'In the document', 'Why', 'The way that it stands on'],
            gates.map(({ name, isSuggested, without, walk }) => [
              name,
              isSuggested ? 'suggested' : 'yes',
              without,
              walkText(walk),
            ]),
          ),
        ]
      : []),
    heading('Whether anything cheaper would do'),
    text(proof.cheapest),
    ...(waived.length > 0 ? [heading('Risks that somebody accepts'), list(waived)] : []),
    heading('Fingerprints'),
    list([
      `Document with its handoffs: ${hashes.document}`,
      `Document that the certificate speaks of: ${hashes.certified}`,
      `Certificate: ${hashes.certificate}`,
    ]),
    text(
      'Anybody can check this again: baton verify FILE --certificate CERTIFICATE, with the suggestions placed.',
    ),
  ]
}

function heading(said: string): Block {
  return { kind: 'heading', text: said }
}

function text(said: string): Block {
  return { kind: 'text', text: said }
}

function list(items: readonly string[]): Block {
  return { kind: 'list', items }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', head, rows }
}

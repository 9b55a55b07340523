// baton verify: the independent checker, on a document alone or together with a certificate.
import { certifiedHash } from '../../../shared/document/meaning.ts'
import { parseJson } from '../../../shared/document/parse-json.ts'
import { checkSchema } from '../../../shared/document/schema-faults.ts'
import { CertificateSchema } from '../../../shared/model/placement.ts'
import type { Certificate } from '../../../shared/model/placement.ts'
import { verify as check } from '../../../shared/placement/checker/verify.ts'
import { today } from '../analysis.ts'
import { choiceOption, onlyFile, textOption } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { faultText, InputError, readInput, readText } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { painter, plain } from '../terminal.ts'

export const verify: CliCommand = {
  name: 'verify',
  usage: 'verify FILE [--certificate F] [--format text|json]',
  says: 'Checks coverage with code that shares nothing with the optimiser.',
  options: {
    certificate: {
      type: 'string',
      short: 'c',
      value: 'F',
      says: 'a certificate, or the output of suggest --format json',
    },
    format: FORMAT_OPTION,
  },
  run: runVerify,
}

async function runVerify(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, verify.usage)
  const certificateFile = textOption(words, 'certificate')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const { workflow } = await readInput(file, terminal)
  const certificate =
    certificateFile === undefined ? undefined : await readCertificate(certificateFile, terminal)
  const { covered, faults } = check(workflow, certificate, {
    workflowHash: certifiedHash(workflow),
    asOf: today(),
  })
  if (format === 'json') printJson(terminal, { version: OUTPUT_VERSION, covered, faults })
  else {
    const paint = painter(terminal.colours)
    const lines = faults.flatMap(({ message, walk }) => [
      `  ${plain(message)}`,
      ...(walk ? [paint('dim', `      ${plain(walk.join(' → '))}`)] : []),
    ])
    const verdict = covered ? paint('green', 'Covered.') : paint('red', 'Not covered:')
    terminal.out(`${[verdict, ...lines].join('\n')}\n`)
  }
  return covered ? 0 : 1
}

async function readCertificate(file: string, terminal: Terminal): Promise<Certificate> {
  const parsed = parseJson(await readText(file, terminal))
  if (!parsed.ok) throw new InputError(file, faultText(parsed.faults))
  const { value } = parsed.value
  const inside =
    typeof value === 'object' && value !== null && 'certificate' in value ? value.certificate : value
  const checked = checkSchema(CertificateSchema, inside)
  if (!checked.ok) throw new InputError(file, faultText(checked.faults))
  return checked.value
}

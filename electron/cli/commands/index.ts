// The list of commands, in the order in which the help shows them.
import type { CliCommand } from '../command.ts'
import { check } from './check.ts'
import { diff } from './diff.ts'
import { dismiss } from './dismiss.ts'
import { explain } from './explain.ts'
import { exportCommand } from './export.ts'
import { fmt } from './fmt.ts'
import { importCommand } from './import.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'
import { simulate } from './simulate.ts'
import { suggest } from './suggest.ts'
import { tag } from './tag.ts'
import { verify } from './verify.ts'

export const COMMANDS: readonly CliCommand[] = [
  check,
  suggest,
  tag,
  verify,
  diff,
  simulate,
  importCommand,
  exportCommand,
  fmt,
  schema,
  explain,
  dismiss,
  serve,
]

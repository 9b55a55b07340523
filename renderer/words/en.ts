// The catalogue of words in English, which every other language has to match: plain values and small functions.
import { app } from './en/app.ts'
import { canvas } from './en/canvas.ts'
import { commands } from './en/commands.ts'
import { common } from './en/common.ts'
import { compare } from './en/compare.ts'
import { dialogs } from './en/dialogs.ts'
import { editing } from './en/editing.ts'
import { files } from './en/files.ts'
import { findings } from './en/findings.ts'
import { folding } from './en/folding.ts'
import { help } from './en/help.ts'
import { home } from './en/home.ts'
import { inspector } from './en/inspector.ts'
import { messages } from './en/messages.ts'
import { outline } from './en/outline.ts'
import { placement } from './en/placement.ts'
import { profile } from './en/profile.ts'
import { proof } from './en/proof.ts'
import { rulePacks } from './en/rule-packs.ts'
import { scales } from './en/scales.ts'
import { search } from './en/search.ts'
import { sensitivity } from './en/sensitivity.ts'
import { simulation } from './en/simulation.ts'
import { status } from './en/status.ts'
import { table } from './en/table.ts'

/** Every string that a person sees, by panel. */
export const english = {
  app,
  canvas,
  commands,
  common,
  compare,
  dialogs,
  editing,
  files,
  findings,
  folding,
  help,
  home,
  inspector,
  messages,
  outline,
  placement,
  profile,
  proof,
  rulePacks,
  scales,
  search,
  sensitivity,
  simulation,
  status,
  table,
} as const

// The catalogue of words in German. The terms are those of renderer/words/de/glossary.md.
import { app } from './de/app.ts'
import { canvas } from './de/canvas.ts'
import { commands } from './de/commands.ts'
import { common } from './de/common.ts'
import { compare } from './de/compare.ts'
import { dialogs } from './de/dialogs.ts'
import { editing } from './de/editing.ts'
import { files } from './de/files.ts'
import { findings } from './de/findings.ts'
import { folding } from './de/folding.ts'
import { help } from './de/help.ts'
import { home } from './de/home.ts'
import { inspector } from './de/inspector.ts'
import { messages } from './de/messages.ts'
import { outline } from './de/outline.ts'
import { placement } from './de/placement.ts'
import { profile } from './de/profile.ts'
import { proof } from './de/proof.ts'
import { rulePacks } from './de/rule-packs.ts'
import { scales } from './de/scales.ts'
import { search } from './de/search.ts'
import { sensitivity } from './de/sensitivity.ts'
import { simulation } from './de/simulation.ts'
import { status } from './de/status.ts'
import { table } from './de/table.ts'
import type { Words } from './shape.ts'

export const german: Words = {
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
}

// Whichever dialog is open.
import { lazy, Suspense } from 'react'
import { assertNever } from '../../../shared/support/assert-never.ts'
import type { Dialog } from '../../state/dialogs.ts'
import { useDialog } from '../../state/hooks.ts'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { BrowseOpenDialog, BrowseSaveDialog } from './browse-dialogs.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { ImportReportDialog, ReportDialog } from './import-report-dialog.tsx'
import { RecoveredDialog } from './recovered-dialog.tsx'
import { RiskDialog } from './risk-dialog.tsx'
import { ScenarioDialog } from './scenario-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'

// The pages and the rules' examples are half of all text; they are not needed for the first paint.
const HelpDialog = lazy(async () => ({ default: (await import('../help/help-dialog.tsx')).HelpDialog }))
const ProfileDialog = lazy(async () => ({
  default: (await import('../profile/profile-dialog.tsx')).ProfileDialog,
}))

const RulePacksDialog = lazy(async () => ({
  default: (await import('../rule-packs/rule-packs-dialog.tsx')).RulePacksDialog,
}))

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))

export function Dialogs() {
  const dialog = useDialog()
  return dialog && <Suspense fallback={null}>{shown(dialog)}</Suspense>
}

function shown(dialog: Dialog) {
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog query={dialog.query} />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'keys':
      return <KeysDialog />
    case 'about':
      return <AboutDialog />
    case 'settings':
      return <SettingsDialog />
    case 'import':
      return <ImportDialog />
    case 'import-report':
      return <ImportReportDialog tab={dialog.tab} />
    case 'paste-report':
      return <ReportDialog report={dialog.report} />
    case 'dismiss':
      return <DismissDialog finding={dialog.finding} suggestion={dialog.suggestion} />
    case 'risk':
      return <RiskDialog step={dialog.step} />
    case 'scenario':
      return <ScenarioDialog id={dialog.id} />
    case 'rule-packs':
      return <RulePacksDialog picked={dialog.picked} rule={dialog.rule} />
    case 'rule':
      return <HelpDialog key={dialog.rule} page={`rules/${dialog.rule}`} />
    case 'help':
      return <HelpDialog key={dialog.page} page={dialog.page} />
    case 'export':
      return <ExportDialog what={dialog.what} />
    case 'profile':
      return <ProfileDialog />
    case 'recovered':
      return <RecoveredDialog tabs={dialog.tabs} />
    case 'unsaved':
      return <UnsavedDialog tabs={dialog.tabs} answer={dialog.answer} />
    case 'conflict':
      return <ConflictDialog tab={dialog.tab} answer={dialog.answer} />
    case 'browse-open':
      return <BrowseOpenDialog extensions={dialog.extensions} answer={dialog.answer} />
    case 'browse-save':
      return (
        <BrowseSaveDialog
          suggestedName={dialog.suggestedName}
          extension={dialog.extension}
          answer={dialog.answer}
        />
      )
    default:
      return assertNever(dialog)
  }
}

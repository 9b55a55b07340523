// Starts the window: the look, the host, the stores, the analysis worker, and then the app.
// First of all: it tells zod not to compile code at run time, which the content security policy forbids.
import '../shared/model/scales.ts'
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import './ui/tokens.css'
import './ui/mantine.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHost } from '../shared/host/client.ts'
import { App } from './app/App.tsx'
import { keepFocus } from './app/keep-focus.ts'
import { StartFailure } from './app/StartFailure.tsx'
import { listenToKeys } from './commands/keyboard.ts'
import { runAppCommand } from './commands/registry.ts'
import { connectHost, onDisconnect } from './host/transport.ts'
import { afterPaint } from './state/after-paint.ts'
import { analyseTabs } from './state/analyse-tabs.ts'
import { provideHost } from './state/host.ts'
import { startWindow } from './state/lifecycle.ts'
import { showMessage } from './state/messages.ts'
import { playSimulations } from './state/play.ts'
import { followComparison } from './state/compare.ts'
import { followCurve } from './state/curve.ts'
import { followSensitivity } from './state/sensitivity.ts'
import { followLanguage } from './state/language.ts'
import { followTheme } from './state/theme.ts'
import { startAnalysisWorker } from './worker/start-worker.ts'
import { words } from './words/words.ts'

const root = createRoot(document.getElementById('root')!)

followLanguage()

try {
  const host = createHost(await connectHost())
  const { capabilities, notices = [] } = await host.call('app.info', {})
  provideHost(host, capabilities)
  for (const notice of notices) showMessage({ tone: 'problem', title: words.messages.atStart, text: notice })
  onDisconnect(() => {
    showMessage({ tone: 'problem', title: words.messages.lost, text: words.messages.lostText })
  })
  followTheme()
  analyseTabs(startAnalysisWorker, afterPaint)
  followSensitivity(startAnalysisWorker)
  followCurve(startAnalysisWorker)
  followComparison(startAnalysisWorker)
  playSimulations()
  listenToKeys()
  keepFocus()
  await startWindow(runAppCommand)
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
} catch (error) {
  root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />)
}

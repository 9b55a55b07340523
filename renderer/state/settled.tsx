// Lets what stands around the canvas follow an edit one frame later. An edit is on the canvas first; the outline, the
// inspector and the findings, which take longer to draw at a thousand steps, come right after the paint.
import { createContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { afterPaint } from './after-paint.ts'
import { analyses } from './analysis.ts'
import type { AnalysisState } from './analysis.ts'
import { documents } from './documents.ts'
import type { DocumentsState } from './documents.ts'

export interface Stores {
  readonly documents: StoreApi<DocumentsState>
  readonly analyses: StoreApi<AnalysisState>
}

/** Which stores the hooks read: the real ones, unless a `Settled` stands above. */
export const StoresContext = createContext<Stores>({ documents, analyses })

/** Everything below reads the documents and their analyses as they were painted last. */
export function Settled({ children }: { readonly children: ReactNode }) {
  const [copies] = useState<Stores>(() => ({
    documents: createStore(() => documents.getState()),
    analyses: createStore(() => analyses.getState()),
  }))
  useEffect(() => follow(copies), [copies])
  return <StoresContext value={copies}>{children}</StoresContext>
}

function follow(copies: Stores): () => void {
  let waiting = false
  const settle = (): void => {
    waiting = false
    copies.documents.setState(documents.getState(), true)
    copies.analyses.setState(analyses.getState(), true)
  }
  const later = (): void => {
    if (waiting) return
    waiting = true
    afterPaint(settle)
  }
  const stops = [documents.subscribe(later), analyses.subscribe(later)]
  settle()
  return () => stops.forEach((stop) => stop())
}

// Odds that a person has fixed: other ways do not take from them. Kept while the window is open, for all documents.
const kept = new Set<string>()

export function isKept(tab: string, transition: string): boolean {
  return kept.has(key(tab, transition))
}

export function keep(tab: string, transition: string, wanted: boolean): void {
  if (wanted) kept.add(key(tab, transition))
  else kept.delete(key(tab, transition))
}

function key(tab: string, transition: string): string {
  return JSON.stringify([tab, transition])
}

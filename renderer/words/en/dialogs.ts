// Words of the dialogs.
import { plural, whole } from '../format.ts'

export const dialogs = {
  about: {
    title: 'About Baton',
    version: (version: string, platform: string) => `Version ${version} on ${platform}`,
    text: 'The visual handoff designer. It shows where people belong in a workflow, proves that they are there, and hands the policy to a runtime.',
    private: 'No account, no network, no telemetry. Your files stay where you put them.',
    licence: 'MIT licence.',
    author: 'Your name under decisions',
    authorHint: 'Kept with every finding that you dismiss. Stays in this app until then.',
  },
  settings: {
    title: 'Settings',
    language: 'Language',
    languages: { system: 'As the system', en: 'English', de: 'Deutsch' },
    languageHint: 'Numbers and days follow. What is written in files does not change.',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  dismiss: {
    title: 'Decide about this finding',
    statuses: { dismissed: 'Dismiss', 'covered-by': 'Covered by', snoozed: 'Snooze' },
    reason: 'Why',
    reasons: [
      'Covered outside this workflow',
      'The tag overstates the harm',
      'Accepted risk',
      'Does not apply here',
    ],
    other: 'In your own words',
    note: 'A note, if there is something to say',
    coveredBy: 'What takes care of it',
    chooseCover: 'Choose…',
    coverHandoffs: 'Handoffs',
    coverSteps: 'Steps',
    coverElsewhere: 'Something outside of this document',
    coverText: 'What, and where',
    coverPlaceholder: 'The bank asks for a second signature',
    until: 'Until',
    untilPresets: [
      { label: 'Tomorrow', days: 1 },
      { label: 'In a week', days: 7 },
      { label: 'In a month', days: 30 },
    ],
    scope: 'For',
    scopes: {
      place: 'This place',
      file: (rule: string) => `${rule} everywhere in this document`,
      workspace: (rule: string) => `${rule} in every document of mine (kept in the app, not in the document)`,
    },
    guard: (rule: string) => `${rule} guards coverage, so that it can only be decided one place at a time.`,
    hides: (n: number, scope: 'place' | 'file' | 'workspace') =>
      scope === 'place'
        ? n === 1
          ? 'Hides this finding.'
          : `Hides ${count(n, 'finding')}.`
        : `Hides ${count(n, 'finding')} in this document, and those still to come.`,
    hint: 'Kept with the facts of today. When a fact changes, the finding comes back.',
    wideHint: 'A finding that is more severe than these comes through.',
    more: (n: number) => `and ${n} more`,
    confirm: { dismissed: 'Dismiss', 'covered-by': 'Mark as covered', snoozed: 'Snooze' },
    faults: {
      reason: 'Choose a reason, or write one.',
      cover: 'Choose what takes care of it.',
      coverText: 'Say what takes care of it.',
      until: 'Choose a day.',
    },
    gone: 'This finding is no longer there.',
  },
  import: {
    title: 'Import',
    label: 'Paste n8n JSON or a Mermaid flowchart',
    placeholder: 'flowchart TD\n  ask([Request]) --> draft[Draft a reply] --> send[Send it]',
    fileName: 'Pasted text',
    confirm: 'Import',
    orFile: 'Open a file instead…',
    hint: 'It becomes a new document. What was pasted is never changed.',
    empty: 'Paste something first.',
  },
  reimport: {
    refused: (file: string) => `${file} cannot be imported`,
    done: (file: string) => `${file} was imported again`,
    nothing: 'Nothing in it has changed.',
    outcome: (added: number, gone: number, handoffs: number) =>
      `${count(added, 'step')} new, ${gone} gone. ${count(handoffs, 'handoff')} kept, as are tags and decisions.`,
  },
  report: {
    title: 'What the import made of it',
    counts: (steps: number, ways: number, human: number) =>
      `${count(steps, 'step')}, ${count(ways, 'transition')}, ${count(human, 'place')} where a person is in it already.`,
    from: (format: string, nodes: number, edges: number) =>
      `From ${format}: ${count(nodes, 'node')} and ${count(edges, 'connection')} read.`,
    repairs: 'Mended',
    repairsText: 'So that the flow can be read.',
    guesses: 'Guessed',
    guessesText: 'The file does not say; look at these first.',
    blindSpots: 'Cannot be known from the file',
    blindSpotsText: 'Tag these by hand where they matter.',
    none: 'Nothing.',
    more: (n: number) => `and ${n} more`,
    confirm: 'Go on',
    show: (name: string) => `Show ${name}`,
  },
  unsaved: {
    title: (n: number) => (n === 1 ? 'Save before closing?' : `Save ${n} documents before closing?`),
    text: 'Edits that are not saved are lost when the document closes.',
    save: 'Save',
    discard: 'Do not save',
    cancel: 'Cancel',
  },
  recovered: {
    title: (n: number) => (n === 1 ? 'One document was recovered' : `${n} documents were recovered`),
    text: 'The last session ended before these edits were saved. Nothing on disk was touched.',
    keep: 'Keep the edits',
    saved: 'Open what is on disk',
    discard: 'Discard',
    done: 'Keep everything',
    unsavedFile: 'never saved',
  },
  browse: {
    openTitle: 'Open a file',
    saveTitle: 'Save',
    up: 'One folder up',
    path: 'Folder',
    name: 'File name',
    nameAllowed: 'Write a file name without slashes.',
    entries: 'Files and folders',
    folder: 'folder',
    file: 'file',
    empty: 'This folder holds nothing that can be opened here.',
    truncated: 'Only the first entries are listed. Type the path to go further.',
    failed: 'This folder cannot be read',
    replace: (name: string) => `${name} exists and will be replaced.`,
    loading: 'Reading…',
  },
  exported: {
    policyTitle: 'Export the policy',
    svgTitle: 'Export the drawing',
    policyText:
      'One JSON file for runtimes: steps with tags and routing, transitions, handoffs, and the certificate.',
    svgText: 'The canvas as a scalable picture.',
    covered: 'Everything that demands a person is covered.',
    uncovered: (n: number) =>
      n === 1
        ? '1 walk is not covered. The policy says so; a runtime that checks it will refuse it.'
        : `${n} walks are not covered. The policy says so; a runtime that checks it will refuse it.`,
    losses: 'What the handoffs lose',
    nothingLost: 'Nothing is lost: the file says everything that the handoffs say.',
    verdicts: { lost: 'Lost', weakened: 'Weakened' },
    save: 'Save…',
    download: 'Download',
  },
  rule: { missing: (rule: string) => `There is no page about ${rule}.` },
} as const

function count(n: number, noun: string): string {
  return `${whole(n)} ${plural(n, noun, `${noun}s`)}`
}

// Words about files: saving, conflicts, and what keeps edits safe.
export const files = {
  saved: 'Saved',
  notSaved: (name: string) => `${name} could not be saved`,
  safe: 'Your edits are safe here and in the recovery journal.',
  saveElsewhere: 'Save under another name…',
  /** Between brackets in a file name: refunds (my edits).handoff */
  mine: 'my edits',
  conflict: {
    changedTitle: 'The file has changed on disk',
    goneTitle: 'The file is gone from the disk',
    changed: (name: string) =>
      `${name} was changed by another window or program since it was opened here. Nothing has been overwritten.`,
    gone: (name: string) =>
      `${name} was deleted, renamed or moved, or its folder is not there any more. What you see here is still whole.`,
    keepBoth: 'Keep both',
    keepBothHint: (name: string) =>
      `Yours is saved beside it as ${name}. What is on disk opens in a tab of its own.`,
    compare: 'Compare first',
    compareHint: 'Shows what differs. Decide when you have seen it.',
    reload: 'Take the file from disk',
    reloadHint: 'Your edits since the last save are lost.',
    overwrite: 'Keep mine and overwrite the file',
    overwriteHint: 'The other changes are lost. The last good copy is kept beside the file.',
    writeAgain: 'Write it again in the same place',
    writeAgainHint: 'The file is as you see it here.',
    saveAs: 'Save mine under another name…',
    saveAsHint: 'You choose the folder and the name.',
    cancel: 'Decide later',
  },
  autosave: 'Save files by themselves',
  autosaveHint:
    'After a short pause and when you leave the window. Never over a file that was changed elsewhere. Recovery is always on.',
} as const

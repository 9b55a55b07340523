// Copies the picture of the selection into the clipboard, as SVG or as PNG.
import { analyses, analysisOf } from '../state/analysis.ts'
import { activeTab, documents, workflowOf } from '../state/documents.ts'
import { announce, showMessage } from '../state/messages.ts'
import { decisionOptions } from '../state/surroundings.ts'
import { shownTheme } from '../state/theme.ts'
import { view, viewOf } from '../state/view.ts'
import { words } from '../words/words.ts'
import { pictureOf } from './drawing-of.ts'

/** Pixels of the picture for each pixel of the drawing, where it is not too large for that. */
const SHARPNESS = 2
/** Chromium draws no bitmap that is larger. */
const MOST_PIXELS = 8192
const SVG = 'image/svg+xml'

export type PictureKind = 'svg' | 'png'

/** Never throws: what does not work is said. */
export async function copyPicture(kind: PictureKind): Promise<void> {
  const svg = picture()
  if (svg === null) return
  try {
    if (kind === 'svg') await navigator.clipboard.write([svgItem(svg)])
    // The promise is handed over as it is: a browser that waits for it before asking would have lost the key press.
    else await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg) })])
    announce(words.editing.pictureCopied(kind.toUpperCase()))
  } catch (error) {
    showMessage({ tone: 'problem', title: words.editing.pictureFailed, text: reasonOf(error) })
  }
}

function picture(): string | null {
  const tab = activeTab(documents.getState())
  if (!tab) return null
  const workflow = workflowOf(tab)
  const known = analysisOf(analyses.getState(), tab.id)
  return pictureOf(workflow, viewOf(view.getState(), tab.id).selection, {
    analysis: known.of === workflow ? known.analysis : null,
    decisions: decisionOptions(),
    theme: shownTheme(view.getState().theme),
  })
}

// As text too, for whoever pastes into an editor.
function svgItem(svg: string): ClipboardItem {
  const text = new Blob([svg], { type: 'text/plain' })
  const asImage = ClipboardItem.supports(SVG)
  return new ClipboardItem({
    'text/plain': text,
    ...(asImage && { [SVG]: new Blob([svg], { type: SVG }) }),
  })
}

async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: SVG }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return await bitmapOf(image)
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function bitmapOf(image: HTMLImageElement): Promise<Blob> {
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!blob) throw new TooLarge()
  return blob
}

class TooLarge extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof TooLarge) return words.editing.pictureTooLarge
  if (error instanceof DOMException && error.name === 'NotAllowedError') {
    return words.editing.clipboardRefusedWrite
  }
  return error instanceof Error ? error.message : String(error)
}

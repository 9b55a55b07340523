// Puts work off until the frame that is due has been painted, so that what a person has just done is seen first.

/** Runs `work` right after the next paint. A window in the background gets no frames, and is not looked at either. */
export function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work)
  else requestAnimationFrame(() => setTimeout(work))
}

// The steps from each released version of the format to the next, oldest first.
import type { VersionStep } from './migrate.ts'

export const versionSteps: readonly VersionStep[] = []
